import { Household } from './household.entity'
import { HouseholdMember } from './household-member.entity'

export const households = { entities: [Household, HouseholdMember], controllers: [], providers: [] }
