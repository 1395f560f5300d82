import type { Actor, LineParameters, RouteInput, Saved, parameterRoutes } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import { LINE_PARAMETERS } from './line-parameters'
import { ParameterProposal } from './parameter-proposal.entity'

/** The proposal is sent back; the parameter stays as it is. */
@Injectable()
export class RejectParameter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LINE_PARAMETERS) private readonly parameters: LineParameters,
  ) {}

  execute(actor: Actor, id: string, { version, reason }: RouteInput<typeof parameterRoutes.rejectParameter>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const proposal = await work.get(ParameterProposal, id, version)
      await work.take(proposal, this.parameters.lifecycle, 'reject')
      proposal.decide(actor.name, work.businessDate, reason)
      return work.save(proposal, 'reject', { opinion: reason })
    })
  }
}
