import { DomainProblem } from '@xishan/domain'
import { BenefitMember } from '../benefits/benefit-member.entity'
import { HouseholdMember } from '../households/household-member.entity'
import { Household } from '../households/household.entity'
import type { OpenChange } from './change-desk'
import { liftHold } from './lift-hold'
import { openHolds } from './open-holds'

/** The household is paid to another account from now on; what waited for it goes on. */
export async function applyAccount({ work, ask, change, benefit }: OpenChange): Promise<void> {
  const household = await work.get(Household, change.householdId)
  const { newBank: bank, newAccountNumberSealed: accountNumberSealed, newAccountLastFour: accountLastFour, newAccountHolder: accountHolder } = change
  Object.assign(household, { bank, accountNumberSealed, accountLastFour, accountHolder })
  await work.save(household, 'changeAccount', { changes: { change: change.number } })
  for (const { id } of (await openHolds(ask, benefit.id)).filter(({ ground }) => ground === 'ACCOUNT')) await liftHold(work, id, `银行账户已变更（${change.number}）`)
}

/** Another member is the head: everybody's relation is told anew, and lists name the new head. */
export async function applyHead({ work, change, benefit }: OpenChange): Promise<void> {
  const household = await work.get(Household, change.householdId)
  const members = await work.find(HouseholdMember, { householdId: household.id })
  const relations = new Map((change.relations ?? []).map(({ memberId, relation }) => [memberId, relation]))
  const head = members.find(({ id }) => relations.get(id) === '0')
  if (!head) throw new DomainProblem('not-a-member')
  for (const { id, facts } of members) {
    const relation = relations.get(id) ?? facts.relation
    await work.update(HouseholdMember, { householdId: household.id, id }, { relation, facts: { ...facts, relation } })
    await work.update(BenefitMember, { benefitId: benefit.id, memberId: id }, { relation })
  }
  const named = { applicantName: head.name, documentMasked: head.documentMasked }
  Object.assign(household, named)
  Object.assign(benefit, named)
  await work.save(household, 'changeHead', { changes: { change: change.number } })
}
