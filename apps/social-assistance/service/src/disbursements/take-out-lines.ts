import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { LINE_STATE, type LineState, type TakeOutLines as Input } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { BatchDesk } from './batch-desk'
import { totalsOf } from './batch-totals'

/** Takes lines out of what will be paid (移出明细): kept back, or given up. Amounts stay as they were written. */
@Injectable()
export class TakeOutLines {
  constructor(@Inject(BatchDesk) private readonly desk: BatchDesk) {}

  /** @throws DomainProblem `not-found`, `line-not-waiting` */
  execute(actor: Actor, id: string, { version, lines, to, reason }: Input): Promise<Saved> {
    return this.desk.edit(actor, id, version, 'takeOutLines', async (work, batch) => {
      await requireWaiting(work, id, lines, to)
      await work.query(`update disbursement_line set state = $3, state_because = $4, state_on = $5 where batch_id = $1 and id = any($2::uuid[])`, [id, lines, to, reason, work.businessDate])
      await work.query(
        `update disbursement_finding set answered_on = $3, answered_by = $4, answer = $5, taken_out = true where batch_id = $1 and line_id = any($2::uuid[]) and answered_on is null`,
        [id, lines, work.businessDate, actor.name, reason],
      )
      batch.sum(await totalsOf(work, id))
      return { lines: lines.length, to: label(LINE_STATE, to), reason }
    }, ['CALCULATED'])
  }
}

async function requireWaiting(work: Work, batchId: string, lines: readonly string[], to: LineState): Promise<void> {
  const found = await work.query<{ seq: number; state: LineState }>(`select seq, state from disbursement_line where batch_id = $1 and id = any($2::uuid[]) order by seq for update`, [batchId, lines])
  if (found.length !== new Set(lines).size) throw new DomainProblem('not-found')
  const other = found.find(({ state }) => state !== 'PENDING' && !(state === 'HELD' && to === 'CANCELLED'))
  if (other) throw new DomainProblem('line-not-waiting', { seq: other.seq, state: label(LINE_STATE, other.state) })
}
