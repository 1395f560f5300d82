import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { calendar, ParameterBooks } from '@xishan/service-kit'
import type { routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { CheckDesk } from './check-desk'
import { startCheckBy } from './request-check'

const BEFORE_OPINION: readonly string[] = ['ACCEPTED', 'INVESTIGATING', 'COUNTERSIGNING', 'OPINION']

/** The family objects to a negative result and brings proof: the sources are asked again (57号 §18). */
@Injectable()
export class RequestRecheck {
  constructor(
    @Inject(CheckDesk) private readonly desk: CheckDesk,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  execute(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.requestRecheck>['body']): Promise<Saved> {
    return this.desk.take(actor, id, 'requestRecheck', version, async ({ work, check, application }) => {
      if (!BEFORE_OPINION.includes(application.state)) throw new DomainProblem('recheck-too-late')
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      check.ask(work.businessDate, reason, startCheckBy({ calendar, book }, work.businessDate))
      return { opinion: reason }
    })
  }
}
