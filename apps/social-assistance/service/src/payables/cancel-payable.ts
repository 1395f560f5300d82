import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import type { PayableCause } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'

/** Something that is owed is owed no more, as long as no batch has it. */
@Injectable()
export class CancelPayable {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { reason }: { reason: string }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const [payable] = await work.query<{ division: string; cancelledOn: string | null }>(
        `select division_code as division, cancelled_on::text as "cancelledOn" from payable where id = $1 for no key update`,
        [id],
      )
      if (!payable) throw new DomainProblem('not-found')
      if (payable.cancelledOn !== null) throw new DomainProblem('payable-cancelled', { on: payable.cancelledOn })
      const [line] = await work.query<{ batch: string | null }>(
        `select o.number as batch from disbursement_line l left join lateral batch_outlines(array[l.batch_id]) o on true where l.payable_id = $1 and l.state <> 'CANCELLED'`,
        [id],
      )
      if (line) throw new DomainProblem('payable-in-batch', { batch: line.batch ?? '' })
      await work.query(`update payable set cancelled_on = $2, cancelled_because = $3 where id = $1`, [id, work.businessDate, reason])
      await work.note({ type: 'payable', id, divisionCode: payable.division }, 'cancelPayable', { reason })
      return { id, version: 1 }
    })
  }
}

/**
 * Cancels whatever a cause has made due.
 * @returns how many
 * @throws DomainProblem `grant-in-batch` when a batch has any of it
 */
export async function cancelUntaken(work: Work, causeKind: PayableCause, causeId: string, reason: string): Promise<number> {
  const owed = await work.query<{ id: string }>(`select id from payable where cause_kind = $1 and cause_id = $2 and cancelled_on is null order by id for no key update`, [causeKind, causeId])
  const [taken] = await work.query<{ count: number }>(
    `select count(*)::int as count from disbursement_line l join payable p on p.id = l.payable_id where p.cause_kind = $1 and p.cause_id = $2 and l.state <> 'CANCELLED'`,
    [causeKind, causeId],
  )
  if (taken && taken.count > 0) throw new DomainProblem('grant-in-batch', { count: taken.count })
  await work.query(`update payable set cancelled_on = $3, cancelled_because = $4 where cause_kind = $1 and cause_id = $2 and cancelled_on is null`, [causeKind, causeId, work.businessDate, reason])
  return owed.length
}
