import { DomainProblem, type Actor, type LineParameters, type RouteInput, type Saved, type parameterRoutes } from '@xishan/domain'
import { Inject, Injectable, Optional } from '@nestjs/common'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import { LINE_PARAMETERS } from './line-parameters'
import { ParameterBooks } from './parameter-books'
import { ParameterProposal } from './parameter-proposal.entity'
import { ParameterVersionRow } from './parameter-version.entity'
import { requireComing } from './effective-day'
import { VERSION_APPROVED, type VersionApproved } from './version-approved'

/** Another person than who proposed it approves; from its day on the new version is chosen by itself. */
@Injectable()
export class ApproveParameter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(LINE_PARAMETERS) private readonly parameters: LineParameters,
    @Optional() @Inject(VERSION_APPROVED) private readonly line: VersionApproved | undefined,
  ) {}

  execute(actor: Actor, id: string, { version, opinion }: RouteInput<typeof parameterRoutes.approveParameter>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const proposal = await work.get(ParameterProposal, id, version)
      await work.take(proposal, this.parameters.lifecycle, 'approve')
      if (!this.parameters.backdated?.keys.includes(proposal.key)) requireComing(work.businessDate, proposal.effectiveFrom)
      const versions = (await this.books.versions((sql, parameters) => work.query(sql, parameters))).filter(({ key }) => key === proposal.key)
      const last = versions.at(-1)
      if (!last) throw new DomainProblem('parameter-unknown')
      const { key, value, effectiveFrom, source, sourceMark, note } = proposal
      const next = { key, value, effectiveFrom, source, sourceMark, note, version: Math.max(...versions.map((each) => each.version)) + 1, effectiveTo: null, unit: last.unit, title: last.title, proposalId: id }
      const row = Object.assign(new ParameterVersionRow(), next)
      await work.insert(ParameterVersionRow, [row])
      await this.line?.approved(work, row)
      proposal.decide(actor.name, work.businessDate, opinion)
      return work.save(proposal, 'approve', { opinion })
    })
  }
}
