import { DomainProblem, labelOf, type Actor, type Saved } from '@xishan/domain'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { batchLifecycle, type BatchAction, type BatchInputs, type BatchState } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Batch } from './batch.entity'

/** Funds may be entered before anything is calculated; findings and lines are there only after it. */
export const EDITABLE: readonly BatchState[] = ['DRAFT', 'CALCULATED']

type Changes = Record<string, unknown>

/** How every use case on a batch begins and ends. */
@Injectable()
export class BatchDesk {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Takes an action of the lifecycle; `act` does what the action is for, in the same transaction. */
  take<A extends BatchAction>(actor: Actor, id: string, action: A, input: BatchInputs[A] & { version: number }, act?: (work: Work, batch: Batch) => Promise<void>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const batch = await work.get(Batch, id, input.version)
      await work.take(batch, batchLifecycle, action)
      await act?.(work, batch)
      const { version: _, ...words } = input
      const opinion = Object.entries(words).find(([name, text]) => (name === 'opinion' || name === 'reason') && text !== '')?.[1]
      return work.save(batch, action, { ...(opinion === undefined ? {} : { opinion: String(opinion) }), input: words })
    })
  }

  /** Changes what belongs to a batch while it is still being made. @throws DomainProblem `batch-not-editable` */
  edit(actor: Actor, id: string, version: number, action: string, act: (work: Work, batch: Batch) => Promise<Changes>, states: readonly BatchState[] = EDITABLE): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const batch = await work.get(Batch, id, version)
      if (!states.includes(batch.state)) throw new DomainProblem('batch-not-editable', { state: labelOf(batchLifecycle, batch.state) })
      const changes = await act(work, batch)
      return work.save(batch, action, { changes })
    })
  }
}
