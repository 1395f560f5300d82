import { monthOf, scopeRange, type Page, type RouteInput } from '@xishan/domain'
import { BusinessClock, DISTRICT, Reads, cursorParts, dateOfCursor, DivisionNames, ParameterBooks } from '@xishan/service-kit'
import { PARAMETER, type PublicBenefit, type PublicPosting, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'

/** Sees no row of any table: the public reads through functions only. */
const NOBODY = { scope: '000000' }

type Query = RouteInput<typeof routes.publicPostings>['query']
type Posted = Omit<PublicPosting, 'communityName'> & { community: string }
type Paid = Omit<PublicBenefit, 'communityName'> & { community: string }

/** The postings and the long-term list that anyone may read. */
@Injectable()
export class FindPublicLists {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async streets() {
    return { streets: (await this.divisions.on(await this.clock.today())).streets() }
  }

  async postings(query: Query): Promise<Page<PublicPosting>> {
    const today = await this.clock.today()
    const [names, book] = await Promise.all([this.divisions.on(today), this.books.on(today, (sql, parameters) => this.reads.query(NOBODY, sql, parameters))])
    const { from, to } = scopeRange(query.division ?? DISTRICT)
    const [end, key] = cursorParts(query.after, 2) ?? []
    const page = await this.reads.page<Posted>(
      NOBODY,
      query,
      `select applicant_name as "applicantName", members, amount_fen::float8 as "amountFen", community, starts_on::text as "startsOn", ends_on::text as "endsOn", concat(ends_on, '|', key) as cursor
       from public_postings($1, $2, $3, $4, $5, $6, $7)`,
      [today, book.number(PARAMETER.postingVisibleAfter), from, to, end === undefined ? null : dateOfCursor(end), key ?? null],
    )
    return { ...page, rows: page.rows.map(({ community, ...row }) => ({ ...row, communityName: names.community(community) })) }
  }

  async benefits(query: Query): Promise<Page<PublicBenefit>> {
    const today = await this.clock.today()
    const names = await this.divisions.on(today)
    const { from, to } = scopeRange(query.division ?? DISTRICT)
    const [code, key] = cursorParts(query.after, 2) ?? []
    const page = await this.reads.page<Paid>(
      NOBODY,
      query,
      `select applicant_name as "applicantName", members, amount_fen::float8 as "amountFen", community, from_month as "fromMonth", community || '|' || key as cursor
       from public_benefits($1, $2, $3, $4, $5, $6)`,
      [monthOf(today), from, to, code ?? null, key ?? null],
    )
    return { ...page, rows: page.rows.map(({ community, ...row }) => ({ ...row, communityName: names.community(community) })) }
  }
}
