import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { parameterLifecycle, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ParameterBooks } from './parameter-books'
import { ParameterProposal } from './parameter-proposal.entity'
import { requireValueFor } from './value-kinds'

/** The bureau's clerk proposes another value from a day to come. */
@Injectable()
export class ProposeParameter {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  execute(actor: Actor, input: RouteInput<typeof routes.proposeParameter>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const versions = await this.books.versions((sql, parameters) => work.query(sql, parameters))
      const known = versions.findLast(({ key }) => key === input.key)
      if (!known) throw new DomainProblem('parameter-unknown')
      requireValueFor(known, input.value)
      requireComing(work, input.effectiveFrom)
      await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`propose ${input.key}`])
      if (await work.findOne(ParameterProposal, { key: input.key, state: 'PROPOSED' })) throw new DomainProblem('parameter-pending', { title: known.title })
      const proposal = Object.assign(new ParameterProposal(), input, {
        id: newId(), divisionCode: actor.scope, number: await work.nextNumber('SAP'), proposedBy: actor.name, proposedOn: work.businessDate,
      })
      work.begin(proposal, parameterLifecycle, 'propose')
      return work.save(proposal, 'propose', { opinion: input.source, input: { ...input } })
    })
  }
}

/** @throws DomainProblem `parameter-in-the-past`: months that are decided stay as they are */
export function requireComing({ businessDate }: Pick<Work, 'businessDate'>, effectiveFrom: string): void {
  if (effectiveFrom <= businessDate)
    throw new DomainProblem('parameter-in-the-past', { today: businessDate }, [{ field: 'effectiveFrom', message: `生效日期应晚于业务日期 ${businessDate}` }])
}
