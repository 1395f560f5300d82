import { DomainProblem, type Actor, type IndicatorAnswers, type IndicatorRecord, type IndicatorRecordsQuery, type Page } from '@xishan/domain'
import { BusinessClock } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { LINE_INDICATORS, type LineIndicator } from './line-indicator'

/** What the portal and the reader's page ask: the numbers of a day, and the rows behind them. */
@Injectable()
export class FindIndicators {
  constructor(
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(LINE_INDICATORS) private readonly indicators: readonly LineIndicator[],
  ) {}

  async all(actor: Actor, asked: string | undefined): Promise<IndicatorAnswers> {
    const asOf = await this.day(asked)
    return { indicators: await Promise.all(this.indicators.map((indicator) => indicator.answer(actor, asOf))) }
  }

  /** @throws DomainProblem `not-found` for an indicator that another line answers for */
  async records(actor: Actor, number: number, query: IndicatorRecordsQuery): Promise<Page<IndicatorRecord>> {
    const indicator = this.indicators.find((each) => each.number === number)
    if (!indicator) throw new DomainProblem('not-found')
    return indicator.records(actor, { ...query, asOf: await this.day(query.asOf) })
  }

  /** A day that has not come has no number yet. */
  private async day(asked: string | undefined): Promise<string> {
    const today = await this.clock.today()
    return asked === undefined || asked > today ? today : asked
  }
}
