import type { Subject } from '@xishan/service-kit'
import { BuryInPlot } from './bury-in-plot'
import { ContractsController } from './contracts.controller'
import { FacilitiesController } from './facilities.controller'
import { Facility, Plot, Zone } from './facility.entity'
import { FindContracts } from './find-contracts'
import { FindFacilities } from './find-facilities'
import { ContractRenewal, GraveContract } from './grave-contract.entity'
import { HandleContract } from './handle-contract'
import { FindInspections } from './find-inspections'
import { InspectFacility } from './inspect-facility'
import { Inspection } from './inspection.entity'
import { InspectionsController } from './inspections.controller'
import { KeepFacility } from './keep-facility'
import { KeepPlot } from './keep-plot'
import { SellPlot } from './sell-plot'
import { WatchContracts } from './watch-contracts'

export const facilities: Subject = {
  entities: [Facility, Zone, Plot, GraveContract, ContractRenewal, Inspection],
  controllers: [FacilitiesController, ContractsController, InspectionsController],
  providers: [FindFacilities, FindContracts, KeepFacility, KeepPlot, SellPlot, HandleContract, BuryInPlot, FindInspections, InspectFacility],
  dailyJobs: [WatchContracts],
}
