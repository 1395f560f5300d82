import { DomainProblem, addMonths, addToMonth, label } from '@xishan/domain'
import { newId, type SealedDocument, type Work } from '@xishan/service-kit'
import { CHANGE_GROUND, headOf, requireAgreement, type Assessment, type ChangeFacts } from '@xishan/social-assistance-contract'
import type { Duplicates } from '../applications/duplicates'
import { BenefitAmount } from '../benefits/benefit-amount.entity'
import { BenefitMember } from '../benefits/benefit-member.entity'
import type { Benefit } from '../benefits/benefit.entity'
import { HouseholdMember } from '../households/household-member.entity'
import { sheetFacts } from '../households/household-sheet'
import { Household } from '../households/household.entity'
import { markCounted } from '../households/mark-counted'
import type { BenefitChange } from './benefit-change.entity'
import type { OpenChange } from './change-desk'
import { assessFacts } from './household-now'
import { lockMonths } from './months'
import { Reassessment } from './reassessment.entity'
import { settleClosedMonths, standingFrom } from './settle-closed-months'

/**
 * The new amount counts from the first month that is still open; what it makes of closed months is arrears or a recovery. It is worked out
 * here and now: the one that was proposed must be the same.
 */
export async function applyRecompute({ work, change, benefit, book }: OpenChange, duplicates: Duplicates): Promise<Assessment> {
  const { facts, fromMonth, proposedFen } = change
  if (!facts || fromMonth === null || proposedFen === null) throw new DomainProblem('change-facts-missing')
  const assessment = assessFacts(facts, book)
  requireAgreement({ amountFen: proposedFen, recommend: true }, assessment)
  const months = await lockMonths(work)
  const standing = await standingFrom(work, benefit.id, fromMonth, months)
  const covered = assessment.perMember.filter((member) => member.covered)
  const reassessment = Object.assign(new Reassessment(), {
    id: newId(), divisionCode: benefit.divisionCode, benefitId: benefit.id, causeKind: 'BENEFIT_CHANGE', causeId: change.id, fromMonth, beforeFen: change.beforeFen, afterFen: assessment.amountFen,
    memberCount: covered.length, facts: { residence: facts.residence, members: facts.members, finances: facts.finances }, assessment, madeOn: work.businessDate,
  })
  await work.insert(Reassessment, [reassessment])
  await work.insert(BenefitAmount, [
    Object.assign(new BenefitAmount(), {
      benefitId: benefit.id, fromMonth: fromMonth > months.open ? fromMonth : months.open, sequence: await nextSequence(work, benefit.id), divisionCode: benefit.divisionCode,
      amountFen: assessment.amountFen, memberCount: covered.length, reason: `${label(CHANGE_GROUND, change.ground)}（${change.number}）`, decisionId: null, reassessmentId: reassessment.id,
    }),
  ])
  await settleClosedMonths(work, benefit, change, standing, (month) => (benefit.toMonth === null || month <= benefit.toMonth ? assessment.amountFen : 0))
  const rows = await storeHousehold(work, change, facts, benefit)
  await storeCovered(work, benefit, rows, assessment, fromMonth, duplicates)
  await markCounted(work, benefit.householdId, assessment)
  Object.assign(benefit, { amountFen: assessment.amountFen, memberCount: covered.length, residence: facts.residence, category: assessment.category ?? benefit.category })
  benefit.recheckOn = assessment.recheckMonths === null ? benefit.recheckOn : addMonths(work.businessDate, assessment.recheckMonths)
  return assessment
}

export async function nextSequence(work: Work, benefitId: string): Promise<number> {
  const [row] = await work.query<{ next: number }>(`select coalesce(max(sequence), 0) + 1 as next from benefit_amount where benefit_id = $1`, [benefitId])
  return row?.next ?? 1
}

/** The household as the case has it: its sheet, its head, who of it is a relative of staff. */
async function storeHousehold(work: Work, change: BenefitChange, facts: ChangeFacts, benefit: Benefit): Promise<HouseholdMember[]> {
  const household = await work.get(Household, change.householdId)
  const stored = await work.find(HouseholdMember, { householdId: household.id })
  const rows = facts.members.map((member, position) => {
    const sealed: SealedDocument | undefined = change.documents[member.id] ?? stored.find(({ id }) => id === member.id)
    if (!sealed) throw new DomainProblem('document-required', { name: member.name })
    const { documentType, documentNumberSealed, documentMasked, documentLookup, personKey } = sealed
    return Object.assign(new HouseholdMember(), {
      householdId: household.id, id: member.id, divisionCode: household.divisionCode, position, name: member.name, relation: member.relation, birthDate: member.birthDate, documentType, documentNumberSealed,
      documentMasked, documentLookup, personKey, facts: member,
    })
  })
  for (const { id } of stored) await work.remove(HouseholdMember, { householdId: household.id, id })
  await work.insert(HouseholdMember, rows)
  const head = rows.find(({ id }) => id === headOf(facts.members)?.id)
  const named = { applicantName: head?.name ?? household.applicantName, documentMasked: head?.documentMasked ?? household.documentMasked }
  Object.assign(household, named, { memberCount: rows.length, residence: facts.residence, separatelyRegistered: sheetFacts({ members: facts.members }).separatelyRegistered })
  if (facts.entry === 'HOUSEHOLD') Object.assign(benefit, named)
  await work.save(household, 'confirmChange', { changes: { change: change.number, members: rows.length } })
  return rows
}

/** Who is paid for from now on. A person is in pay once over the whole district. */
async function storeCovered(work: Work, benefit: Benefit, rows: readonly HouseholdMember[], { perMember }: Assessment, fromMonth: string, duplicates: Duplicates): Promise<void> {
  const paid = await work.find(BenefitMember, { benefitId: benefit.id })
  const covered = rows.flatMap((row) => perMember.filter((member) => member.covered && member.memberId === row.id).map(({ supplementFen, supplementGround }) => ({ row, supplementFen, supplementGround })))
  for (const { memberId, toMonth } of paid)
    if (toMonth === null && !covered.some(({ row }) => row.id === memberId)) await work.update(BenefitMember, { benefitId: benefit.id, memberId }, { toMonth: addToMonth(fromMonth, -1) })
  for (const { row, supplementFen, supplementGround } of covered) {
    const known = paid.find(({ memberId }) => memberId === row.id)
    const { id: memberId, name, relation, documentLookup, personKey, divisionCode } = row
    const now = { name, relation, documentLookup, personKey, supplementFen, supplementGround, toMonth: null }
    if (!known) {
      const { inPay } = await duplicates.of(work, documentLookup, 'CONFIRM')
      if (inPay) throw new DomainProblem('member-in-pay', { name })
      await work.insert(BenefitMember, [Object.assign(new BenefitMember(), now, { benefitId: benefit.id, memberId, divisionCode, fromMonth })])
    } else await work.update(BenefitMember, { benefitId: benefit.id, memberId }, known.toMonth === null ? now : { ...now, fromMonth })
  }
}
