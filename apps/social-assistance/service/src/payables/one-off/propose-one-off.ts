import { DomainProblem, monthOf, type Actor, type Saved } from '@xishan/domain'
import { BusinessClock, Reads, UnitOfWork, newId, type Ask } from '@xishan/service-kit'
import { oneOffLifecycle, type OneOffInput, type OneOffRange, type OneOffSums } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { entitled } from './entitled'
import { OneOffGrant } from './one-off-grant.entity'

/** The bureau's clerk counts who would get it and proposes it. */
@Injectable()
export class ProposeOneOff {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async count(actor: Actor, input: OneOffRange): Promise<OneOffSums> {
    requireMonth(input.month, await this.clock.today())
    return countOf((sql, parameters) => this.reads.query(actor, sql, parameters), input)
  }

  execute(actor: Actor, input: OneOffInput): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      requireMonth(input.month, work.businessDate)
      const { households, totalFen } = await countOf((sql, parameters) => work.query(sql, parameters), input)
      if (households === 0) throw new DomainProblem('grant-for-nobody', { month: input.month })
      const grant = Object.assign(new OneOffGrant(), input, {
        id: newId(), divisionCode: actor.scope, number: await work.nextNumber('SAO'), division: input.division ?? null, households, totalFen, proposedBy: actor.name, proposedOn: work.businessDate,
      })
      work.begin(grant, oneOffLifecycle, 'propose')
      return work.save(grant, 'propose', { opinion: input.document, input: { ...input } })
    })
  }
}

/** @throws DomainProblem `grant-month`: who is in pay in a month to come is not known yet */
export function requireMonth(month: string, today: string): void {
  if (month > monthOf(today)) throw new DomainProblem('grant-month', { month: monthOf(today) }, [{ field: 'month', message: `月份不能晚于 ${monthOf(today)}` }])
}

async function countOf(ask: Ask, input: OneOffRange): Promise<OneOffSums> {
  const { from, conditions } = entitled(input)
  const [sums] = await ask<Omit<OneOffSums, 'totalFen'>>(`select count(*)::int as households, coalesce(sum(m.member_count), 0)::int as people from ${from} where ${conditions}`, conditions.parameters)
  const { households = 0, people = 0 } = sums ?? {}
  return { households, people, totalFen: input.amountFen * (input.per === 'PERSON' ? people : households) }
}
