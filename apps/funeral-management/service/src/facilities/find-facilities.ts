import type { Actor, Page } from '@xishan/domain'
import type { FacilityDetail, FacilityQuery, FacilityRow, PlotMap, PlotState } from '@xishan/funeral-management-contract'
import { BusinessClock, Conditions, DivisionNames, Reads, cursorParts, foundBy } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

type Listed = Omit<FacilityRow, 'placeName'>
const LISTED = `f.id, f.version, f.number, f.name, f.kind, f.division_code as "divisionCode", f.operator, p.plots, p.free`
const COUNTED = `join lateral (select count(*)::int as plots, count(*) filter (where state = 'FREE')::int as free from plot where facility_id = f.id) p on true`

/** Facilities, their zones, and a zone's plots as they lie. */
@Injectable()
export class FindFacilities {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: FacilityQuery): Promise<Page<FacilityRow>> {
    const conditions = new Conditions().within('f.division_code', query.division)
    const { from, number } = foundBy(conditions, { table: 'facility', alias: 'f', nameColumn: 'name' }, query.q)
    conditions.andIf(query.kind, (kind) => conditions.and('f.kind = ?', kind))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and(`${number} > ?`, after))
    const names = await this.divisions.on(await this.clock.today())
    const page = await this.reads.page<Listed>(actor, query, `select ${LISTED}, ${number} as cursor from ${from} ${COUNTED} where ${conditions} order by ${number} limit $${conditions.parameters.length + 1}`, conditions.parameters)
    return { ...page, rows: page.rows.map((row) => ({ ...row, placeName: names.whole(row.divisionCode) })) }
  }

  async detail(actor: Actor, id: string): Promise<FacilityDetail> {
    const [stored, zones, counts, names] = await Promise.all([
      this.reads.one<Omit<FacilityDetail, 'placeName' | 'zones'>>(actor, `select ${LISTED}, f.address, f.telephone, f.approval from facility f ${COUNTED} where f.id = $1`, [id]),
      this.reads.query<Omit<FacilityDetail['zones'][number], 'counts'>>(actor, `select id, name, plot_kind as "plotKind", rows, columns, area from zone where facility_id = $1 order by name, id`, [id]),
      this.reads.query<{ zone: string; state: PlotState; count: number }>(actor, `select zone_id as zone, state, count(*)::int as count from plot where facility_id = $1 group by 1, 2`, [id]),
      this.divisions.on(await this.clock.today()),
    ])
    const countsOf = (zone: string) => Object.fromEntries(counts.filter((each) => each.zone === zone).map(({ state, count }) => [state, count]))
    return { ...stored, placeName: names.whole(stored.divisionCode), zones: zones.map((zone) => ({ ...zone, counts: countsOf(zone.id) })) }
  }

  async map(actor: Actor, id: string): Promise<PlotMap> {
    const [zone, plots] = await Promise.all([
      this.reads.one<Omit<PlotMap, 'plots'>>(
        actor,
        `select z.id, z.name, z.facility_id as "facilityId", f.name as "facilityName", z.plot_kind as "plotKind", z.area, z.rows, z.columns from zone z join facility f on f.id = z.facility_id where z.id = $1`,
        [id],
      ),
      this.reads.query<PlotMap['plots'][number]>(
        actor,
        `select p.id, p."row", p."column", p.state, p.note, g.id as "contractId" from plot p left join grave_contract g on g.plot_id = p.id and g.state <> 'ENDED' where p.zone_id = $1 order by p."row", p."column"`,
        [id],
      ),
    ])
    return { ...zone, plots }
  }
}
