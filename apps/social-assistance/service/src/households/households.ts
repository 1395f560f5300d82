import { ChooseEntry } from './choose-entry'
import { FillFinances } from './fill-finances'
import { FillHousehold } from './fill-household'
import { HouseholdMember } from './household-member.entity'
import { HouseholdSheetController } from './household-sheet.controller'
import { Household } from './household.entity'

export const households = {
  entities: [Household, HouseholdMember],
  controllers: [HouseholdSheetController],
  providers: [ChooseEntry, FillHousehold, FillFinances],
}
