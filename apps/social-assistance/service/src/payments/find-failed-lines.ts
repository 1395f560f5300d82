import type { Actor, Page, RouteInput } from '@xishan/domain'
import { BusinessClock, DivisionNames, Reads } from '@xishan/service-kit'
import type { FailedLine, routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { failedLinePage, failedLineRow, type ListedFailure } from './failed-line-list'

/** What the bank could not pay and nobody has sent again yet. */
@Injectable()
export class FindFailedLines {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: RouteInput<typeof routes.findFailedLines>['query']): Promise<Page<FailedLine>> {
    const { sql, parameters } = failedLinePage(query)
    const [page, today] = [await this.reads.page<ListedFailure>(actor, query, sql, parameters), await this.clock.today()]
    const names = await this.divisions.on(today)
    return { ...page, rows: page.rows.map((row) => failedLineRow(row, names, today)) }
  }
}
