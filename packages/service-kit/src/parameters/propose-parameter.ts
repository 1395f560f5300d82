import { DomainProblem, type Actor, type LineParameters, type RouteInput, type Saved, type parameterRoutes } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { newId } from '../unit-of-work/new-id'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import type { Work } from '../unit-of-work/work'
import { LINE_PARAMETERS } from './line-parameters'
import { ParameterBooks } from './parameter-books'
import { ParameterProposal } from './parameter-proposal.entity'
import { requireValueFor } from './value-kinds'

/** The bureau's clerk proposes another value from a day to come. */
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
      requireComing(work, input.effectiveFrom)
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

/** @throws DomainProblem `parameter-in-the-past`: months that are decided stay as they are */
export function requireComing({ businessDate }: Pick<Work, 'businessDate'>, effectiveFrom: string): void {
  if (effectiveFrom <= businessDate)
    throw new DomainProblem('parameter-in-the-past', { today: businessDate }, [{ field: 'effectiveFrom', message: `生效日期应晚于业务日期 ${businessDate}` }])
}
