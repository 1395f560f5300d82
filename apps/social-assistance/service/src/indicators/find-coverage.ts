import type { Actor, IndicatorRecord, Page } from '@xishan/domain'
import { DomainProblem, yuanInWords } from '@xishan/domain'
import { BusinessClock, Reads, cursorParts, DivisionNames, type PlaceNames, type Conditions } from '@xishan/service-kit'
import { COVERAGE_COMPONENTS, coverageIndicator, type CoverageComponent, type CoverageRecordsQuery } from '@xishan/social-assistance-contract'
import type { IndicatorAnswers } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { amountIn } from '../disbursements/settled-months'
import { inPayOn, owedOn } from './coverage-conditions'

interface Found {
  id: string
  number: string
  name: string
  members: number
  divisionCode: string
  amountFen: number
  since: string
}

/** Owed first: they are what somebody looks for. */
const ORDER: readonly CoverageComponent[] = ['OWED', 'IN_PAY']

/** Indicator 1, 最低生活保障应保尽保率, counted from benefits and cases within the reader's area, with the households behind it. */
@Injectable()
export class FindCoverage {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async indicators(actor: Actor, asked: string | undefined): Promise<IndicatorAnswers> {
    const asOf = await this.day(asked)
    const [inPay, owed] = await Promise.all([this.count(actor, 'benefit b', inPayOn(asOf)), this.count(actor, 'application a', owedOn(asOf))])
    return { indicators: [coverageIndicator({ inPay, owed }, asOf, asOf)] }
  }

  /** @throws DomainProblem `not-found` for an indicator that another line answers for */
  async records(actor: Actor, number: number, query: CoverageRecordsQuery): Promise<Page<IndicatorRecord>> {
    if (number !== 1) throw new DomainProblem('not-found')
    const asOf = await this.day(query.asOf)
    const names = await this.divisions.on(asOf)
    const [from, after] = cursorParts(query.after, 2) ?? []
    const wanted = ORDER.filter((component) => query.component === undefined || component === query.component)
    const rows: (IndicatorRecord & { cursor: string })[] = []
    for (const component of wanted.slice(Math.max(0, wanted.findIndex((each) => each === from)))) {
      const left = query.limit + 1 - rows.length
      if (left > 0) rows.push(...(await this.behind(actor, component, asOf, component === from ? after : undefined, left, names)))
    }
    const last = rows.slice(0, query.limit).at(-1)
    return { rows: rows.slice(0, query.limit), next: rows.length > query.limit && last ? Buffer.from(last.cursor).toString('base64url') : null }
  }

  /** A day that has not come has no number yet. */
  private async day(asked: string | undefined): Promise<string> {
    const today = await this.clock.today()
    return asked === undefined || asked > today ? today : asked
  }

  private async count(actor: Actor, from: string, conditions: Conditions): Promise<number> {
    const { count } = await this.reads.one<{ count: number }>(actor, `select count(*)::int as count from ${from} where ${conditions}`, conditions.parameters)
    return count
  }

  private async behind(actor: Actor, component: CoverageComponent, asOf: string, after: string | undefined, limit: number, names: PlaceNames) {
    const rows = await (component === 'IN_PAY' ? this.inPay(actor, asOf, after, limit) : this.owed(actor, asOf, after, limit))
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: `${row.name}（${row.members} 人）`,
      detail: `${names.whole(row.divisionCode)}，每月 ${yuanInWords(row.amountFen)}，${component === 'IN_PAY' ? `自 ${row.since} 起发放` : `${row.since} 受理，已超过办理时限`}`,
      component: COVERAGE_COMPONENTS[component],
      asOf,
      path: component === 'IN_PAY' ? `/social-assistance/benefits/${row.id}` : `/social-assistance/applications/${row.id}`,
      cursor: `${component}|${row.number}`,
    }))
  }

  /** The newest first: whoever just confirmed one looks for it. */
  private inPay(actor: Actor, asOf: string, after: string | undefined, limit: number): Promise<Found[]> {
    const conditions = inPayOn(asOf)
    conditions.andIf(after, (number) => conditions.and('b.number < ?', number))
    return this.reads.query(
      actor,
      `select b.id, b.number, b.applicant_name as name, coalesce(h.member_count, b.member_count) as members, b.division_code as "divisionCode",
              coalesce(h.amount_fen, b.amount_fen)::float8 as "amountFen", b.from_month as since
       from benefit b left join ${amountIn(`greatest(${conditions.place(asOf.slice(0, 7))}::text, b.from_month)`)} h on true
       where ${conditions} order by b.number desc limit ${conditions.place(limit)}`,
      conditions.parameters,
    )
  }

  private owed(actor: Actor, asOf: string, after: string | undefined, limit: number): Promise<Found[]> {
    const conditions = owedOn(asOf)
    conditions.andIf(after, (number) => conditions.and('a.number > ?', number))
    return this.reads.query(
      actor,
      `select a.id, a.number, coalesce(a.applicant_name, '') as name, coalesce(a.member_count, 0) as members, a.division_code as "divisionCode",
              coalesce(a.amount_fen, 0)::float8 as "amountFen", a.accepted_on::text as since
       from application a where ${conditions} order by a.number limit ${conditions.place(limit)}`,
      conditions.parameters,
    )
  }
}
