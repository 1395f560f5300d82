import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { BATCH_FINDING, type AnswerFindings as Input, type BatchFinding } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { BatchDesk } from './batch-desk'

/** Not answered, of a line that would be paid or of the whole batch: what keeps a batch from going on. */
export const OPEN_FINDING = `f.answered_on is null and (f.line_id is null or exists (select from disbursement_line l where l.id = f.line_id and l.state = 'PENDING'))`

/** A word of explanation to what the checks found (写明情况): to one, or to all of a kind with one text. */
@Injectable()
export class AnswerFindings {
  constructor(@Inject(BatchDesk) private readonly desk: BatchDesk) {}

  /** @throws DomainProblem `finding-must-go` when one of those named is not settled by words, `not-found` when none is left to answer */
  execute(actor: Actor, id: string, { version, findings, allOf, answer }: Input): Promise<Saved> {
    return this.desk.edit(actor, id, version, 'answerFindings', async (work) => {
      if (findings.length > 0) await requireWords(work, id, findings)
      const answered = await work.query<{ code: BatchFinding }>(
        `with answered as (
           update disbursement_finding f set answered_on = $2, answered_by = $3, answer = $4
           where f.batch_id = $1 and f.severity = 'NOTE' and ${OPEN_FINDING} and case when $5::text is null then f.id = any($6::uuid[]) else f.code = $5 end returning f.code)
         select code from answered`,
        [id, work.businessDate, actor.name, answer, allOf, findings],
      )
      if (answered.length === 0) throw new DomainProblem('not-found')
      return { answered: answered.length, finding: label(BATCH_FINDING, answered[0]?.code) }
    }, ['CALCULATED'])
  }
}

async function requireWords(work: Work, batchId: string, findings: readonly string[]): Promise<void> {
  const [strict] = await work.query<{ code: string }>(`select code from disbursement_finding where batch_id = $1 and id = any($2::uuid[]) and severity = 'BLOCK' limit 1`, [batchId, findings])
  if (strict) throw new DomainProblem('finding-must-go', { finding: label(BATCH_FINDING, strict.code) })
}

/** @throws DomainProblem `findings-open` while something the checks found is neither answered nor taken out */
export async function requireAnswered(work: Work, batchId: string): Promise<void> {
  const [open] = await work.query<{ count: number }>(`select count(*)::int as count from disbursement_finding f where f.batch_id = $1 and ${OPEN_FINDING}`, [batchId])
  if (open && open.count > 0) throw new DomainProblem('findings-open', { count: open.count })
}
