import { ChooseEntry } from './choose-entry'
import { FillFinances } from './fill-finances'
import { FillHousehold } from './fill-household'
import { FindHouseholds } from './find-households'
import { HouseholdMember } from './household-member.entity'
import { HouseholdSheetController } from './household-sheet.controller'
import { Household } from './household.entity'
import { HouseholdsController } from './households.controller'

export const households = {
  entities: [Household, HouseholdMember],
  controllers: [HouseholdSheetController, HouseholdsController],
  providers: [ChooseEntry, FillHousehold, FillFinances, FindHouseholds],
}
