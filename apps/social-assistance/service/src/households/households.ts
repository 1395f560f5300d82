import { ChooseEntry } from './choose-entry'
import { FillFinances } from './fill-finances'
import { FillHousehold } from './fill-household'
import { FindHouseholdAccount } from './find-household-account'
import { FindHouseholds } from './find-households'
import { HouseholdAccountController } from './household-account.controller'
import { HouseholdMember } from './household-member.entity'
import { HouseholdSheetController } from './household-sheet.controller'
import { Household } from './household.entity'
import { HouseholdsController } from './households.controller'
import { PrintHouseholdAccount } from './print-household-account'

export const households = {
  entities: [Household, HouseholdMember],
  controllers: [HouseholdSheetController, HouseholdsController, HouseholdAccountController],
  providers: [ChooseEntry, FillHousehold, FillFinances, FindHouseholds, FindHouseholdAccount, PrintHouseholdAccount],
}
