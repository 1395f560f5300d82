import { DomainProblem, ETHNICITY, availableActions, label, labelOf, mayCall, type Actor, type Page, type ParameterBook } from '@xishan/domain'
import { DEATH_PARAMETER, contract, cremationChangeLifecycle, type CremationChangeView, type CremationDetail, type CremationQuery, type CremationRate, type CremationRow } from '@xishan/funeral-management-contract'
import { BusinessClock, DivisionNames, ParameterBooks, Reads, shanghaiTime } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { ethnicitiesThatMayBeBuried } from '../deaths/find-deaths'
import { LISTED, cremationPage } from './cremation-list'

type Stored = Omit<CremationDetail, 'placeName' | 'written' | 'changes' | 'mayPropose'> & { hukou: string }
type StoredChange = Omit<CremationChangeView, 'stateLabel' | 'actions'> & { proposerId: string }

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
    const [{ hukou, ...row }, changes, names] = await Promise.all([this.reads.one<Stored>(actor, STORED, [id]), this.reads.query<StoredChange>(actor, CHANGES, [id]), this.clock.today().then((today) => this.divisions.on(today))])
    const { certificateNumber, hall, furnace, ashReceiver, ashReceiverRelation, ashes } = row
    return {
      ...row,
      placeName: names.whole(hukou),
      written: { certificateNumber, hall, furnace, ashReceiver, ashReceiverRelation, ashes, collectedAt: shanghaiTime(new Date(row.collectedAt)), crematedAt: shanghaiTime(new Date(row.crematedAt)) },
      changes: changes.map((change) => changeView(change, actor)),
      mayPropose: mayCall(contract.permissions, 'cremationChange.propose', actor.roles) && !changes.some(({ state }) => state === 'PROPOSED'),
    }
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

const changeView = ({ proposerId, ...change }: StoredChange, actor: Actor): CremationChangeView => ({
  ...change,
  stateLabel: labelOf(cremationChangeLifecycle, change.state),
  actions: availableActions(cremationChangeLifecycle, { state: change.state, steps: [{ action: 'propose', actorId: proposerId }] }, actor),
})

const STORED = `select ${LISTED}, c.version, to_json(c.collected_at) #>> '{}' as "collectedAt", c.ash_receiver_relation as "ashReceiverRelation", c.ash_receiver_phone_masked as "ashReceiverPhoneMasked",
    c.recorded_by as "recordedBy", c.recorded_on::text as "recordedOn", d.hukou_division_code as hukou
  from cremation c join death d on d.id = c.death_id where c.id = $1`

const CHANGES = `select c.id, c.version, c.number, c.state, c.content, c.reason, c.proposed_by as "proposedBy", c.proposed_on::text as "proposedOn", c.decided_by as "decidedBy", c.opinion,
    (select s.actor_id from case_step s where s.case_id = c.id and s.action = 'propose') as "proposerId"
  from cremation_change c where c.cremation_id = $1 order by c.number desc`
