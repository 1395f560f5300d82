import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { UnitOfWork } from '@xishan/service-kit'
import { batchLifecycle, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { totalsOf } from '../disbursements/batch-totals'
import { Batch } from '../disbursements/batch.entity'
import { AccountCorrection } from './account-correction.entity'
import { failedLine } from './failed-line'
import { resendBy } from './payment-desk'
import { oweAgain } from './stop-lines'

/** What finance says to a failed line beside sending it again. */
@Injectable()
export class DecideFailedLines {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  reject(actor: Actor, correctionId: string, { version, reason }: RouteInput<typeof routes.rejectCorrection>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const correction = await work.get(AccountCorrection, correctionId, version)
      if (correction.state !== 'PROPOSED') throw new DomainProblem('correction-decided', { by: correction.decidedBy ?? '其他同事' })
      correction.decide('REJECTED', actor.name, work.businessDate, reason)
      return work.save(correction, 'rejectCorrection')
    })
  }

  /** The line is given up in this batch; what is still owed comes due again for a later one. */
  takeOut(actor: Actor, lineId: string, { reason, owed }: RouteInput<typeof routes.takeOutFailedLine>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const [found] = await work.query<{ batchId: string }>(`select batch_id as "batchId" from disbursement_line where id = $1`, [lineId])
      if (!found) throw new DomainProblem('not-found')
      const batch = await work.get(Batch, found.batchId)
      const line = await failedLine(work, lineId)
      if (batch.state === 'CLOSED') throw new DomainProblem('action-out-of-state', { state: batchLifecycle.states.CLOSED.label, action: '不再重发' })
      for (const open of await work.find(AccountCorrection, { lineId, state: 'PROPOSED' })) {
        const correction = await work.get(AccountCorrection, open.id)
        correction.decide('REJECTED', actor.name, work.businessDate, `不再重发：${reason}`)
        await work.save(correction, 'rejectCorrection')
      }
      await work.query(`update disbursement_line set state = 'CANCELLED', state_because = $2, state_on = $3 where id = $1`, [lineId, owed ? `${reason}（转以后批次补发）` : reason, work.businessDate])
      if (owed) await oweAgain(work, [lineId], reason)
      else if (line.payableId !== null) await work.query(`update payable set cancelled_on = $2, cancelled_because = $3 where id = $1`, [line.payableId, work.businessDate, reason])
      batch.sum(await totalsOf(work, batch.id))
      batch.dueOn = await resendBy(work, batch.id)
      return work.save(batch, 'takeOutFailedLine', { opinion: reason, changes: { line: lineId, owed } })
    })
  }
}
