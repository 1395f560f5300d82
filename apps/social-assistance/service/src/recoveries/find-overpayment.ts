import type { BenefitMonth } from '@xishan/domain'
import { newId, type Work } from '@xishan/service-kit'
import { recoveryLifecycle, type RecoveryCause, type RecoveryCauseKind } from '@xishan/social-assistance-contract'
import type { Benefit } from '../benefits/benefit.entity'
import { Recovery } from './recovery.entity'
import { RecoveryEntry } from './recovery-entry.entity'

export interface Overpayment {
  cause: RecoveryCause
  causeKind: RecoveryCauseKind
  causeId: string
  ground: string
  months: readonly { month: BenefitMonth; overpaidFen: number }[]
  /** Month → what was paid for it, where a person has to say what was too much. */
  openMonths?: Readonly<Record<BenefitMonth, number>>
}

/**
 * Opens the recovery of what a benefit was overpaid, month by month; months that were not overpaid are left out. The same finding
 * again opens nothing. After a death a person first decides whether it is claimed.
 * @returns the recovery's id; null when nothing was overpaid
 */
export async function findOverpayment(work: Work, benefit: Pick<Benefit, 'id' | 'householdId' | 'divisionCode' | 'applicantName'>, { months, openMonths = {}, ...found }: Overpayment): Promise<string | null> {
  const overpaid = months.filter(({ overpaidFen }) => overpaidFen > 0)
  if (overpaid.length === 0 && Object.keys(openMonths).length === 0) return null
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`find overpayment ${benefit.id}`])
  const { id: benefitId, householdId, divisionCode, applicantName } = benefit
  const earlier = await work.findOne(Recovery, { benefitId, causeKind: found.causeKind, causeId: found.causeId })
  if (earlier) return earlier.id

  const { actor, businessDate } = work
  const recovery = Object.assign(new Recovery(), found, {
    id: newId(), number: await work.nextNumber('SAR'), divisionCode, benefitId, householdId, applicantName, foundOn: businessDate, foundBy: actor.name,
    dueFen: overpaid.reduce((sum, { overpaidFen }) => sum + overpaidFen, 0),
    debtor: found.causeKind === 'DEATH' ? `${applicantName}户（遗产继承人）` : applicantName,
    openMonths,
    dueOn: null,
  })
  work.begin(recovery, { ...recoveryLifecycle, initial: found.causeKind === 'DEATH' ? 'PROPOSED' : 'FOUND' }, 'find')
  await work.save(recovery, 'find', { opinion: found.ground })
  await work.insert(
    RecoveryEntry,
    overpaid.map(({ month, overpaidFen }) =>
      Object.assign(new RecoveryEntry(), { id: newId(), recoveryId: recovery.id, divisionCode, kind: 'DUE', month, amountFen: overpaidFen, enteredOn: businessDate, enteredBy: actor.name }),
    ),
  )
  return recovery.id
}
