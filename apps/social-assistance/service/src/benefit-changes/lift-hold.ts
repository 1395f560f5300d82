import { addToMonth, monthRange } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { SETTLED_STATES } from '@xishan/social-assistance-contract'
import { Benefit } from '../benefits/benefit.entity'
import { owe } from '../payables/owe'
import { BenefitHold } from './benefit-hold.entity'
import { lockMonths, standingOf, type Months } from './months'

export interface Lifted {
  /** Nothing else holds the benefit, so that it is paid again. */
  paidAgain: boolean
  arrearsFen: number
}

/**
 * Ends a hold. When no other is left, lines of batches that are not signed yet wait to be sent again; what was kept back in closed months
 * becomes arrears, a month each.
 */
export async function liftHold(work: Work, holdId: string, because: string): Promise<Lifted> {
  const [hold] = await work.query<{ benefitId: string; liftedOn: string | null }>(`select benefit_id as "benefitId", lifted_on::text as "liftedOn" from benefit_hold where id = $1`, [holdId])
  if (!hold || hold.liftedOn !== null) return { paidAgain: false, arrearsFen: 0 }
  const benefit = await work.get(Benefit, hold.benefitId)
  const closed = await work.query<{ id: string }>(
    `with closed as (update benefit_hold set lifted_on = $2, lifted_by = $3, lifted_because = $4 where id = $1 and lifted_on is null returning id) select id from closed`,
    [holdId, work.businessDate, work.actor.name, because],
  )
  if (closed.length === 0) return { paidAgain: false, arrearsFen: 0 }
  const holds = await work.find(BenefitHold, { benefitId: benefit.id })
  const stillHeld = holds.some(({ liftedOn }) => liftedOn === null)
  const arrearsFen = stillHeld ? 0 : await release(work, benefit, holdId, holds, because)
  if (!stillHeld) benefit.release()
  await work.save(benefit, 'liftHold', { changes: { because, stillHeld, arrearsFen } })
  return { paidAgain: !stillHeld, arrearsFen }
}

async function release(work: Work, benefit: Benefit, holdId: string, holds: readonly BenefitHold[], because: string): Promise<number> {
  const months = await lockMonths(work)
  const lines = await work.query<{ month: string }>(`select month from disbursement_line where benefit_id = $1 and kind = 'REGULAR' and state = 'HELD'`, [benefit.id])
  await freeLines(work, benefit, because)
  const overlapping = overlap(holds, holdId)
  const first = [...lines.map(({ month }) => month), ...overlapping.map(({ fromMonth }) => fromMonth)].sort()[0] ?? months.open
  const due = await keptBack(work, benefit.id, first, months)
  for (const { month, amountFen } of due) await owe(work, benefit, { kind: 'ARREARS', month, amountFen, causeKind: 'HOLD_LIFTED', causeId: holdId, cause: `解除缓发补发：${because}` })
  return due.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** The lines that the hold kept back: sent after all where their batch is not signed yet, else given up for arrears. */
async function freeLines(work: Work, { id, toMonth }: Benefit, because: string): Promise<void> {
  await work.query(
    `update disbursement_line l set state = 'PENDING', state_because = $2, state_on = $3
     from disbursement_batch b
     where b.id = l.batch_id and l.benefit_id = $1 and l.state = 'HELD' and b.state <> all($4::text[]) and b.state <> 'CANCELLED' and ($5::text is null or l.month <= $5 or l.kind <> 'REGULAR')`,
    [id, `已解除缓发：${because}`, work.businessDate, SETTLED_STATES, toMonth],
  )
  await work.query(`update disbursement_line set state = 'CANCELLED', state_because = $2, state_on = $3 where benefit_id = $1 and state = 'HELD'`, [id, '已解除缓发，转补发', work.businessDate])
}

/** What closed months from one on are still short of. Months paid on paper are settled. */
async function keptBack(work: Work, benefitId: string, first: string, months: Months): Promise<{ month: string; amountFen: number }[]> {
  const from = first < months.begun ? months.begun : first
  const standing = await standingOf((sql, parameters) => work.query(sql, parameters), benefitId, monthRange(from, addToMonth(months.open, -1)), months)
  return standing.flatMap(({ month, shouldFen, coveredFen }) => (shouldFen > coveredFen ? [{ month, amountFen: shouldFen - coveredFen }] : []))
}

/** The holds that ran together with this one: none of their months was paid in between. */
const overlap = (holds: readonly BenefitHold[], holdId: string): BenefitHold[] => {
  const ended = holds.find(({ id }) => id === holdId)
  return ended ? holds.filter(({ liftedOn }) => liftedOn === null || liftedOn >= ended.placedOn) : []
}
