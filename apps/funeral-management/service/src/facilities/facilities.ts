import type { Subject } from '@xishan/service-kit'
import { BuryInPlot } from './bury-in-plot'
import { ContractsController } from './contracts.controller'
import { FacilitiesController } from './facilities.controller'
import { Facility, Plot, Zone } from './facility.entity'
import { FindContracts } from './find-contracts'
import { FindFacilities } from './find-facilities'
import { ContractFee, ContractRenewal, GraveContract } from './grave-contract.entity'
import { HandleContract } from './handle-contract'
import { FindInspections } from './find-inspections'
import { InspectFacility } from './inspect-facility'
import { Inspection } from './inspection.entity'
import { InspectionsController } from './inspections.controller'
import { KeepFacility } from './keep-facility'
import { KeepPlot } from './keep-plot'
import { PayFee } from './pay-fee'
import { SellPlot } from './sell-plot'
import { WatchContracts } from './watch-contracts'
import { WatchFees } from './watch-fees'

export const facilities: Subject = {
  entities: [Facility, Zone, Plot, GraveContract, ContractRenewal, ContractFee, Inspection],
  controllers: [FacilitiesController, ContractsController, InspectionsController],
  providers: [FindFacilities, FindContracts, KeepFacility, KeepPlot, SellPlot, HandleContract, BuryInPlot, PayFee, FindInspections, InspectFacility],
  dailyJobs: [WatchContracts, WatchFees],
}
