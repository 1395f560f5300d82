import { newId } from '@xishan/service-kit'
import type { Grant, Residence } from '@xishan/social-assistance-contract'
import { BenefitAmount } from './benefit-amount.entity'
import { BenefitMember } from './benefit-member.entity'
import { Benefit } from './benefit.entity'

/** The household as it comes into pay. */
export interface PaidHousehold {
  householdId: string
  applicationId: string | null
  divisionCode: string
  applicantName: string
  documentMasked: string
  residence: Residence
  members: readonly PaidMember[]
}

export interface PaidMember {
  id: string
  name: string
  relation: string
  documentLookup: string
  personKey: string
}

export interface NewBenefit {
  benefit: Benefit
  members: BenefitMember[]
  amount: BenefitAmount
}

/** The rows of a household coming into pay: the benefit, the people paid for, and the first line of its history. */
export function benefitOfGrant(household: PaidHousehold, grant: Grant, number: string, decisionId: string | null): NewBenefit {
  const { householdId, applicationId, divisionCode, applicantName, documentMasked, residence } = household
  const { fromMonth, amountFen, category, recheckOn, reason, covered } = grant
  const benefit = Object.assign(new Benefit(), {
    id: newId(), number, householdId, applicationId, divisionCode, applicantName, documentMasked, residence, memberCount: covered.length, category, fromMonth, amountFen, recheckOn, reason,
  })
  const members = covered.map(({ memberId, supplementFen, supplementGround }) => {
    const member = household.members.find(({ id }) => id === memberId)
    if (!member) throw new RangeError(`the grant covers ${memberId}, who is not of the household`)
    const { name, relation, documentLookup, personKey } = member
    return Object.assign(new BenefitMember(), { benefitId: benefit.id, memberId, divisionCode, name, relation, documentLookup, personKey, supplementFen, supplementGround, fromMonth })
  })
  const amount = Object.assign(new BenefitAmount(), { benefitId: benefit.id, divisionCode, fromMonth, amountFen, memberCount: covered.length, reason, decisionId })
  return { benefit, members, amount }
}
