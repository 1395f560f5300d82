import { availableActions, mayCall, type Actor, type Page } from '@xishan/domain'
import { contract as line, priceSheetLifecycle, type CataloguePrice, type PriceCatalogue, type PriceSheetDetail, type PriceSheetQuery, type PriceSheetRow, type PublicPrices } from '@xishan/funeral-management-contract'
import { BusinessClock, Conditions, Reads, cursorParts } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { IN_FORCE } from './catalogue.sql'

const LISTED = `s.id, s.version, s.number, s.state, s.facility_name as "facilityName", s.effective_from::text as "effectiveFrom", (select count(*)::int from price_line where sheet_id = s.id) as items, s.document,
  s.proposed_by as "proposedBy", s.proposed_on::text as "proposedOn", s.published_on::text as "publishedOn"`

/** Sees no row of any table: the public reads through functions only. */
const NOBODY = { scope: '000000' }
type Stored = Omit<PriceSheetDetail, 'lines' | 'steps' | 'actions'>
type Step = Omit<PriceSheetDetail['steps'][number], 'actionLabel'> & { actorId: string }
type PublicRow = PublicPrices['facilities'][number]['prices'][number] & { facility: string; telephone: string }

@Injectable()
export class FindPrices {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async catalogue(actor: Actor, facilityId: string, asked: string | undefined): Promise<PriceCatalogue> {
    const on = asked ?? (await this.clock.today())
    const prices = await this.reads.query<CataloguePrice>(
      actor,
      `select p.*, s.document from (${IN_FORCE}) p join price_sheet s on s.id = p."sheetId" where p."priceFen" is not null order by p."serviceClass", p.code`,
      [facilityId, on],
    )
    return { on, prices }
  }

  async published(): Promise<PublicPrices> {
    const on = await this.clock.today()
    const rows = await this.reads.query<PublicRow>(
      NOBODY,
      `select facility, telephone, code, name, unit, service_class as "serviceClass", price_fen::float8 as "priceFen", effective_from::text as "effectiveFrom", published_on::text as "publishedOn", document from public_prices($1)`,
      [on],
    )
    const facilities = [...new Map(rows.map(({ facility, telephone }) => [facility, telephone]))]
    return { on, facilities: facilities.map(([name, telephone]) => ({ name, telephone, prices: rows.filter(({ facility }) => facility === name).map(({ facility: _name, telephone: _number, ...price }) => price) })) }
  }

  page(actor: Actor, query: PriceSheetQuery): Promise<Page<PriceSheetRow>> {
    const conditions = new Conditions()
    conditions.andIf(query.facilityId, (id) => conditions.and('s.facility_id = ?', id)).andIf(query.state, (state) => conditions.and('s.state = ?', state))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and('s.number < ?', after))
    return this.reads.page<PriceSheetRow>(actor, query, `select ${LISTED}, s.number as cursor from price_sheet s where ${conditions} order by s.number desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async detail(actor: Actor, id: string): Promise<PriceSheetDetail> {
    const [stored, lines, steps] = await Promise.all([
      this.reads.one<Stored>(actor, `select ${LISTED}, s.facility_id as "facilityId", s.reason, s.place from price_sheet s where s.id = $1`, [id]),
      this.reads.query<PriceSheetDetail['lines'][number]>(actor, LINES, [id]),
      this.reads.query<Step>(actor, STEPS, [id]),
    ])
    const may = (action: string) => mayCall(line.permissions, `priceSheet.${action}`, actor.roles)
    return { ...stored, lines, steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })), actions: availableActions(priceSheetLifecycle, { state: stored.state, steps }, actor).filter(may) }
  }
}

const labelOfStep = (action: string): string => Object.entries(priceSheetLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action

const LINES = `select l.id, l.code, l.name, l.unit, l.service_class as "serviceClass", l.free_item as "freeItem", l.price_fen::float8 as "priceFen",
    (select o.price_fen::float8 from price_line o where o.facility_id = l.facility_id and o.code = l.code and o.published_on is not null and o.effective_from < l.effective_from order by o.effective_from desc limit 1) as "previousFen"
  from price_line l where l.sheet_id = $1 order by l.position`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
