import type { Actor, RouteInput, Saved } from '@xishan/domain'
import { UnitOfWork } from '@xishan/service-kit'
import { parameterLifecycle, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ParameterProposal } from './parameter-proposal.entity'

/** The proposal is sent back; the parameter stays as it is. */
@Injectable()
export class RejectParameter {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.rejectParameter>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const proposal = await work.get(ParameterProposal, id, version)
      await work.take(proposal, parameterLifecycle, 'reject')
      proposal.decide(actor.name, work.businessDate, reason)
      return work.save(proposal, 'reject', { opinion: reason })
    })
  }
}
