import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { UnitOfWork, type Ask, type SaveOptions, type Work } from '@xishan/service-kit'
import { batchLifecycle, type BatchAction } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Batch } from '../disbursements/batch.entity'

export const askOf = (work: Work): Ask => (sql, parameters) => work.query(sql, parameters)

/** How a signed batch is worked on: locked, moved by its lifecycle, saved with what its clock has become. */
@Injectable()
export class PaymentDesk {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  take(actor: Actor, id: string, action: BatchAction, version: number, act: (work: Work, batch: Batch) => Promise<SaveOptions | void>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const batch = await work.get(Batch, id, version)
      await work.take(batch, batchLifecycle, action)
      const options = (await act(work, batch)) ?? {}
      batch.dueOn = await resendBy(work, batch.id)
      return work.save(batch, action, options)
    })
  }
}

/** The nearest day by which a failed line of the batch must be on its way again. */
export async function resendBy(work: Work, batchId: string): Promise<string | null> {
  const [row] = await work.query<{ day: string | null }>(
    `select min(a.resend_by)::text as day from disbursement_line l join disbursement_attempt a on a.line_id = l.id and a.state = 'FAILED'
     where l.batch_id = $1 and l.state = 'FAILED' and a.number = (select max(number) from disbursement_attempt where line_id = l.id)`,
    [batchId],
  )
  return row?.day ?? null
}

/** A payment file with its batch locked, so that nothing else of the batch moves meanwhile. */
export async function batchOfFile(work: Work, paymentFileId: string): Promise<Batch> {
  const [file] = await work.query<{ batchId: string }>(`select batch_id as "batchId" from payment_file where id = $1`, [paymentFileId])
  if (!file) throw new DomainProblem('not-found')
  return work.get(Batch, file.batchId)
}
