import type { Actor, Page } from '@xishan/domain'
import { BusinessClock, Reads, DivisionNames } from '@xishan/service-kit'
import type { ApplicationQuery, ApplicationRow } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { applicationPage, asRows, type ListedCase } from './application-list'

/** The cases of the reader's area, filtered and by pages. */
@Injectable()
export class FindApplications {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: ApplicationQuery): Promise<Page<ApplicationRow>> {
    const today = await this.clock.today()
    const { sql, parameters } = applicationPage(actor, query, today)
    const page = await this.reads.page<ListedCase>(actor, query, sql, parameters)
    return asRows(page, await this.divisions.on(today), today)
  }
}
