import type { Actor, Page } from '@xishan/domain'
import { BusinessClock, Reads, DivisionNames } from '@xishan/service-kit'
import type { BenefitQuery, BenefitRow, BenefitTotals } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { benefitPage, benefitRow, benefitSums, type ListedBenefit } from './benefit-list'

/** Households in pay in the reader's area, and what they come to. */
@Injectable()
export class FindBenefits {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: BenefitQuery): Promise<Page<BenefitRow>> {
    const today = await this.clock.today()
    const { sql, parameters } = benefitPage(query, today)
    const page = await this.reads.page<ListedBenefit>(actor, query, sql, parameters)
    const names = await this.divisions.on(today)
    return { ...page, rows: page.rows.map((row) => benefitRow(row, names)) }
  }

  async totals(actor: Actor, query: BenefitQuery): Promise<BenefitTotals> {
    const { sql, parameters } = benefitSums(query, await this.clock.today())
    return this.reads.one<BenefitTotals>(actor, sql, parameters)
  }
}
