import { label, maskName, ratePercent, type Actor, type IndicatorAnswer, type IndicatorRecord, type IndicatorRecordsQuery, type Page } from '@xishan/domain'
import { BURIALS, DISPOSITION_KIND, type DispositionKind } from '@xishan/funeral-management-contract'
import { Conditions, Reads, cursorParts } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { LineIndicator } from '../indicators/line-indicator'
import { isEco } from './disposition-list'

const NUMBER = 18

/** Burials of the year of `asOf` up to that day, whose deaths were not a mistake. Temporary keeping is none. */
const counted = (asOf: string): Conditions =>
  new Conditions().and(
    `d.state = 'STANDING' and d.kind <> 'TEMPORARY' and d.disposed_on between ? and ? and not exists (select from death x where x.id = d.death_id and x.state in ('REVOKED', 'DISMISSED'))`,
    `${asOf.slice(0, 4)}-01-01`,
    asOf,
  )

/** Indicator 18, 节地生态安葬率: eco dispositions ÷ all of the year, by date of disposition. Null while there is none. */
@Injectable()
export class EcoBurials implements LineIndicator {
  readonly number = NUMBER

  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async answer(actor: Actor, asOf: string): Promise<IndicatorAnswer> {
    const conditions = counted(asOf)
    const eco = isEco(conditions)
    const rows = await this.reads.query<{ kind: DispositionKind; count: number; eco: number }>(
      actor,
      `select d.kind, count(*)::int as count, count(*) filter (where ${eco})::int as eco from disposition d where ${conditions} group by d.kind`,
      conditions.parameters,
    )
    const sum = (of: 'count' | 'eco') => rows.reduce((total, row) => total + row[of], 0)
    return {
      number: NUMBER,
      asOf,
      cutOff: asOf,
      value: ratePercent(sum('eco'), sum('count')),
      components: [
        { label: '节地生态安葬', value: sum('eco'), unit: '例' },
        ...BURIALS.map((kind) => ({ key: kind, label: label(DISPOSITION_KIND, kind), value: rows.find((row) => row.kind === kind)?.count ?? 0, unit: '例' })),
      ],
      complete: true,
      note: '节地生态安葬数 ÷ 全部骨灰、遗体安葬数 × 100%，按安葬日期计；临时寄存不计为安葬，骨灰撒散暂按节地生态安葬计（待科室确认）',
      sourceLine: 'funeral-management',
    }
  }

  async records(actor: Actor, query: IndicatorRecordsQuery & { asOf: string }): Promise<Page<IndicatorRecord>> {
    const conditions = counted(query.asOf)
    conditions.andIf(query.component, (component) => conditions.and('d.kind = ?', component))
    const [day, number] = cursorParts(query.after, 2) ?? []
    if (day !== undefined) conditions.and('(d.disposed_on, d.number) < (?::date, ?)', day, number)
    const page = await this.reads.page<{ id: string; number: string; deceasedName: string; kind: DispositionKind; disposedOn: string; place: string }>(
      actor,
      query,
      `select d.id, d.number, d.deceased_name as "deceasedName", d.kind, d.disposed_on::text as "disposedOn", d.place, d.disposed_on || '|' || d.number as cursor
       from disposition d where ${conditions} order by d.disposed_on desc, d.number desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
    return {
      ...page,
      rows: page.rows.map(({ id, number: of, deceasedName, kind, disposedOn, place }) => ({
        id,
        number: of,
        title: maskName(deceasedName),
        detail: `${disposedOn} ${place}`,
        component: label(DISPOSITION_KIND, kind),
        asOf: query.asOf,
        path: `/funeral-management/dispositions/${id}`,
      })),
    }
  }
}
