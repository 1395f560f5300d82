import { DomainProblem, hasRole, IndicatorRecord, indicatorNumbered, pageOf, type Actor } from '@xishan/domain'
import { lineTitle, type RecordsPage, type RecordsQuery } from '@xishan/portal-contract'
import { BusinessClock } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { planDayOn } from '../collection/collect-indicators'
import type { LineFailure } from '../lines/line-answer'
import { LineClient } from '../lines/line-client'
import { FindFacts } from './find-facts'

const CODES: Partial<Record<LineFailure, string>> = { REFUSED: 'line-refused', MISSING: 'not-found', UNREADABLE: 'line-answer-unreadable' }
const STREET = ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER'] as const

/** The records behind a computed number, asked of its line as the reader: the line's scope and permissions hold. */
@Injectable()
export class FindRecords {
  constructor(
    @Inject(FindFacts) private readonly facts: FindFacts,
    @Inject(LineClient) private readonly client: LineClient,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainProblem `indicator-not-computed`, `line-down`, `line-refused`, `line-answer-unreadable` */
  async page(actor: Actor, token: string, number: number, query: z.output<typeof RecordsQuery>): Promise<RecordsPage> {
    const indicator = indicatorNumbered(number)
    const snapshots = await this.facts.snapshots(planDayOn(await this.clock.today()))
    const snapshot = snapshots.find((found) => found.indicator === number)
    if (!snapshot) throw new DomainProblem('indicator-not-computed', { indicator: indicator.name, section: indicator.section })
    const search = new URLSearchParams({ asOf: snapshot.cutOff, limit: String(query.limit) })
    if (query.after) search.set('after', query.after)
    if (query.component) search.set('component', query.component)
    const answer = await this.client.ask({
      line: snapshot.line,
      path: `/indicators/${number}/records?${search}`,
      shape: pageOf(IndicatorRecord),
      headers: { authorization: `Bearer ${token}` },
    })
    const title = lineTitle(snapshot.line)
    if (!answer.ok) throw new DomainProblem(CODES[answer.failure] ?? 'line-down', { line: title, dataAsOf: snapshot.cutOff })
    return {
      ...answer.value,
      line: snapshot.line,
      lineTitle: title,
      scopeNote: hasRole(actor, STREET) ? '仅列出您辖区内的记录，合计可能小于全区数值。' : '',
    }
  }
}
