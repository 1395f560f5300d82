import { DomainProblem, type Actor, type LineParameters, type RouteInput, type Saved, type parameterRoutes } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { newId } from '../unit-of-work/new-id'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import { requireEffectiveDay } from './effective-day'
import { LINE_PARAMETERS } from './line-parameters'
import { ParameterBooks } from './parameter-books'
import { ParameterProposal } from './parameter-proposal.entity'
import { requireValueFor } from './value-kinds'

/** The bureau's clerk proposes another value from a day on. */
@Injectable()
export class ProposeParameter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(LINE_PARAMETERS) private readonly parameters: LineParameters,
  ) {}

  execute(actor: Actor, input: RouteInput<typeof parameterRoutes.proposeParameter>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const versions = await this.books.versions((sql, parameters) => work.query(sql, parameters))
      const known = versions.findLast(({ key }) => key === input.key)
      if (!known) throw new DomainProblem('parameter-unknown')
      requireValueFor(known, input.value, this.parameters.choices)
      requireEffectiveDay(known, input.effectiveFrom, work.businessDate, this.parameters, versions)
      await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`propose ${input.key}`])
      if (await work.findOne(ParameterProposal, { key: input.key, state: 'PROPOSED' })) throw new DomainProblem('parameter-pending', { title: known.title })
      const proposal = Object.assign(new ParameterProposal(), input, {
        id: newId(), divisionCode: actor.scope, number: await work.nextNumber(this.parameters.series), proposedBy: actor.name, proposedOn: work.businessDate,
      })
      work.begin(proposal, this.parameters.lifecycle, 'propose')
      return work.save(proposal, 'propose', { opinion: input.source, input: { ...input } })
    })
  }
}
