import { DomainProblem, type Actor, type LineParameters, type RouteInput, type Saved, type parameterRoutes } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import { LINE_PARAMETERS } from './line-parameters'
import { ParameterBooks } from './parameter-books'
import { ParameterProposal } from './parameter-proposal.entity'
import { ParameterVersionRow } from './parameter-version.entity'
import { requireComing } from './propose-parameter'

/** Another person than who proposed it approves; from its day on the new version is chosen by itself. */
@Injectable()
export class ApproveParameter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(LINE_PARAMETERS) private readonly parameters: LineParameters,
  ) {}

  execute(actor: Actor, id: string, { version, opinion }: RouteInput<typeof parameterRoutes.approveParameter>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const proposal = await work.get(ParameterProposal, id, version)
      await work.take(proposal, this.parameters.lifecycle, 'approve')
      requireComing(work, proposal.effectiveFrom)
      const versions = (await this.books.versions((sql, parameters) => work.query(sql, parameters))).filter(({ key }) => key === proposal.key)
      const last = versions.at(-1)
      if (!last) throw new DomainProblem('parameter-unknown')
      const { key, value, effectiveFrom, source, sourceMark, note } = proposal
      const next = { key, value, effectiveFrom, source, sourceMark, note, version: Math.max(...versions.map((each) => each.version)) + 1, effectiveTo: null, unit: last.unit, title: last.title, proposalId: id }
      await work.insert(ParameterVersionRow, [Object.assign(new ParameterVersionRow(), next)])
      proposal.decide(actor.name, work.businessDate, opinion)
      return work.save(proposal, 'approve', { opinion })
    })
  }
}
