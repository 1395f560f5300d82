import { addToMonth, monthOf, monthRange, type Actor, type Page } from '@xishan/domain'
import type { ArchiveEntry, ArchiveProgress, HoldingDetail, HoldingQuery, HoldingRow, Registration } from '@xishan/funeral-management-contract'
import { BusinessClock, Reads, cursorParts } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { LISTED, ORDER, holdingConditions, holdingRow, type ListedHolding } from './holding-list'

const FIGURES = `coalesce(sum(h.files), 0)::int as files, coalesce(sum(h.digitised), 0)::int as digitised, coalesce(sum(h.checked), 0)::int as checked`
const MONTHS_SHOWN = 12

/** Holdings, their entries, and how far all of them are. */
@Injectable()
export class FindArchives {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async page(actor: Actor, query: HoldingQuery): Promise<Page<HoldingRow>> {
    const conditions = holdingConditions(query)
    const after = cursorParts(query.after, 4)
    if (after) conditions.and(`(${ORDER}) > (?::int, ?, ?, ?)`, ...after)
    const [page, today] = await Promise.all([
      this.reads.page<ListedHolding>(actor, query, `select concat_ws('|', ${ORDER}) as cursor, ${LISTED} where ${conditions} order by ${ORDER} limit $${conditions.parameters.length + 1}`, conditions.parameters),
      this.clock.today(),
    ])
    return { ...page, rows: page.rows.map((row) => holdingRow(row, today)) }
  }

  async detail(actor: Actor, id: string): Promise<HoldingDetail> {
    const [row, entries, today] = await Promise.all([
      this.reads.one<ListedHolding>(actor, `select ${LISTED} where h.id = $1`, [id]),
      this.reads.query<ArchiveEntry>(
        actor,
        `select e.id, e.month, e.digitised, e.checked, e.done_by as "doneBy", e.note, e.entered_by as "enteredBy", e.entered_on::text as "enteredOn", e.reverses, exists (select from archive_entry r where r.reverses = e.id) as reversed
         from archive_entry e where e.holding_id = $1 order by e.id desc`,
        [id],
      ),
      this.clock.today(),
    ])
    return { ...holdingRow(row, today), entries }
  }

  async progress(actor: Actor, registration: Registration | undefined): Promise<ArchiveProgress> {
    const only = [registration ?? null]
    const where = `where $1::text is null or h.registration = $1`
    const last = monthOf(await this.clock.today())
    const first = addToMonth(last, 1 - MONTHS_SHOWN)
    const [total, decades, offices, entered] = await Promise.all([
      this.reads.one<ArchiveProgress['total']>(actor, `select ${FIGURES} from archive_holding h ${where}`, only),
      this.reads.query<ArchiveProgress['decades'][number]>(actor, `select h.decade, ${FIGURES} from archive_holding h ${where} group by h.decade order by h.decade`, only),
      this.reads.query<ArchiveProgress['offices'][number]>(actor, `select o.id, o.name, ${FIGURES} from archive_holding h join registration_office o on o.id = h.office_id ${where} group by o.id, o.name order by o.name`, only),
      this.reads.query<ArchiveProgress['months'][number]>(
        actor,
        `select e.month, sum(e.digitised)::int as digitised, sum(e.checked)::int as checked from archive_entry e join archive_holding h on h.id = e.holding_id
         where ($1::text is null or h.registration = $1) and e.month >= $2 and e.month <= $3 group by e.month`,
        [...only, first, last],
      ),
    ])
    return { total, decades, offices, months: monthRange(first, last).map((month) => entered.find((one) => one.month === month) ?? { month, digitised: 0, checked: 0 }) }
  }
}
