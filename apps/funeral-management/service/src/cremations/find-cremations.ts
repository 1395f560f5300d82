import { DomainProblem, ETHNICITY, label, type Actor, type Page, type ParameterBook } from '@xishan/domain'
import { DEATH_PARAMETER, type CremationDetail, type CremationQuery, type CremationRate, type CremationRow } from '@xishan/funeral-management-contract'
import { BusinessClock, DivisionNames, ParameterBooks, Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { ethnicitiesThatMayBeBuried } from '../deaths/find-deaths'
import { LISTED, cremationPage } from './cremation-list'

/** The hall's records, and the share of those who were cremated. */
@Injectable()
export class FindCremations {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  page(actor: Actor, query: CremationQuery): Promise<Page<CremationRow>> {
    const { sql, parameters } = cremationPage(query)
    return this.reads.page<CremationRow>(actor, query, sql, parameters)
  }

  async detail(actor: Actor, id: string): Promise<CremationDetail> {
    const names = await this.divisions.on(await this.clock.today())
    const { hukou, ...row } = await this.reads.one<Omit<CremationDetail, 'placeName'> & { hukou: string }>(
      actor,
      `select ${LISTED}, c.version, to_json(c.collected_at) #>> '{}' as "collectedAt", c.ash_receiver_relation as "ashReceiverRelation", c.ash_receiver_phone_masked as "ashReceiverPhoneMasked",
              c.recorded_by as "recordedBy", c.recorded_on::text as "recordedOn", d.hukou_division_code as hukou
       from cremation c join death d on d.id = c.death_id where c.id = $1`,
      [id],
    )
    return { ...row, placeName: names.whole(hukou) }
  }

  /** By the day of death: who died in the period in a cremation area, and how many of them were cremated. */
  async rate(actor: Actor, asked: { from?: string | undefined; to?: string | undefined }): Promise<CremationRate> {
    const today = await this.clock.today()
    const to = asked.to ?? today
    const from = asked.from ?? `${to.slice(0, 4)}-01-01`
    if (from > to) throw new DomainProblem('invalid-input', {}, [{ field: 'from', message: '起始日期不能晚于截止日期' }])
    const [names, book] = await Promise.all([this.divisions.on(today), this.books.on(today, (sql, parameters) => this.reads.query(actor, sql, parameters))])
    const areas = areasOf(book)
    const streets = names.streets().filter(({ name }) => areas.includes(name))
    const buried = ETHNICITY.codes.filter((code) => ethnicitiesThatMayBeBuried(book).includes(label(ETHNICITY, code)))
    const counted = await this.reads.query<{ street: string; deaths: number; cremated: number; mayBeBuried: number }>(
      actor,
      `select left(d.hukou_division_code, 9) as street, count(*)::int as deaths, count(c.id)::int as cremated, count(*) filter (where d.ethnicity = any($4))::int as "mayBeBuried"
       from death d left join cremation c on c.death_id = d.id
       where d.state in ('REGISTERED', 'DISPUTED') and d.died_on between $1 and $2 and left(d.hukou_division_code, 9) = any($3) group by 1`,
      [from, to, streets.map(({ code }) => code), buried],
    )
    const sum = (of: 'deaths' | 'cremated' | 'mayBeBuried') => counted.reduce((total, row) => total + row[of], 0)
    return {
      from,
      to,
      rate: sum('deaths') === 0 ? null : Math.round((sum('cremated') * 10_000) / sum('deaths')) / 100,
      cremated: sum('cremated'),
      deaths: sum('deaths'),
      mayBeBuried: sum('mayBeBuried'),
      areas: book.text(DEATH_PARAMETER.cremationAreas),
      streets: streets.map(({ code, name }) => ({ name, deaths: 0, cremated: 0, ...pick(counted.find(({ street }) => street === code)) })),
    }
  }
}

const areasOf = (book: ParameterBook): string[] => book.text(DEATH_PARAMETER.cremationAreas).split(/[、,，]/).filter(Boolean)

const pick = (row: { deaths: number; cremated: number } | undefined) => (row ? { deaths: row.deaths, cremated: row.cremated } : {})
