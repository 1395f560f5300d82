import { isWithinScope, type Actor, type Page } from '@xishan/domain'
import type { MourningCoverage, MourningPlaceDetail, MourningPlaceQuery, MourningPlaceRow } from '@xishan/funeral-management-contract'
import { BusinessClock, Conditions, DivisionNames, Reads, cursorParts, foundBy } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

type Listed = Omit<MourningPlaceRow, 'placeName'> & { divisionCode: string }
const LISTED = `m.id, m.version, m.number, m.name, m.state, m.division_code as "divisionCode", m.capacity, m.operator, m.opened_on::text as "openedOn", cardinality(m.serves) as communities, c."lastCheckedOn", c."lastIsFit"`
const LAST_CHECK = `left join lateral (select checked_on::text as "lastCheckedOn", is_fit as "lastIsFit" from mourning_check where place_id = m.id order by checked_on desc, id desc limit 1) c on true`

/** The places, and which communities have one. */
@Injectable()
export class FindMourningPlaces {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: MourningPlaceQuery): Promise<Page<MourningPlaceRow>> {
    const today = await this.clock.today()
    const conditions = new Conditions().within('m.division_code', query.division)
    const { from, number } = foundBy(conditions, { table: 'mourning_place', alias: 'm', nameColumn: 'name' }, query.q)
    conditions
      .andIf(query.state, (state) => conditions.and('m.state = ?', state))
      .andIf(query.unchecked, (unchecked) => conditions.and(`${unchecked ? '' : 'not '}(m.state = 'IN_USE' and not exists (select from mourning_check k where k.place_id = m.id and k.checked_on >= ?))`, `${today.slice(0, 4)}-01-01`))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and(`${number} > ?`, after))
    const [names, page] = await Promise.all([
      this.divisions.on(today),
      this.reads.page<Listed>(actor, query, `select ${LISTED}, ${number} as cursor from ${from} ${LAST_CHECK} where ${conditions} order by ${number} limit $${conditions.parameters.length + 1}`, conditions.parameters),
    ])
    return { ...page, rows: page.rows.map(({ divisionCode, ...row }) => ({ ...row, placeName: names.whole(divisionCode) })) }
  }

  async detail(actor: Actor, id: string): Promise<MourningPlaceDetail> {
    const [stored, checks, names] = await Promise.all([
      this.reads.one<Omit<MourningPlaceDetail, 'placeName' | 'servesNames' | 'checks'>>(
        actor,
        `select ${LISTED}, m.serves, m.address, m.telephone, m.rules, m.closed_on::text as "closedOn", m.closed_because as "closedBecause", m.recorded_by as "recordedBy" from mourning_place m ${LAST_CHECK} where m.id = $1`,
        [id],
      ),
      this.reads.query<MourningPlaceDetail['checks'][number]>(
        actor,
        `select id, checked_on::text as "checkedOn", checkers, is_fit as "isFit", findings, recorded_by as "recordedBy" from mourning_check where place_id = $1 order by checked_on desc, id desc`,
        [id],
      ),
      this.divisions.on(await this.clock.today()),
    ])
    return { ...stored, placeName: names.whole(stored.divisionCode), servesNames: stored.serves.map((code) => names.community(code)), checks }
  }

  /** Of the communities in the reader's scope. */
  async coverage(actor: Actor): Promise<MourningCoverage> {
    const [names, rows] = await Promise.all([
      this.divisions.on(await this.clock.today()),
      this.reads.query<{ code: string }>(actor, `select distinct unnest(serves) as code from mourning_place where state = 'IN_USE'`),
    ])
    const served = new Set(rows.map(({ code }) => code))
    const streets = names.streets().flatMap(({ code, name, communities }) => {
      const own = communities.filter((community) => isWithinScope(community.code, actor.scope))
      const missing = own.filter((community) => !served.has(community.code)).map((community) => community.name)
      return own.length === 0 ? [] : [{ code, name, communities: own.length, covered: own.length - missing.length, missing }]
    })
    const sum = (of: 'communities' | 'covered') => streets.reduce((total, street) => total + street[of], 0)
    return { communities: sum('communities'), covered: sum('covered'), streets }
  }
}
