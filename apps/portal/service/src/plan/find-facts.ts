import { PLAN } from '@xishan/domain'
import type { HistoryPoint } from '@xishan/portal-contract'
import { Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { PORTAL } from '../collection/collect-indicators'
import type { EntryFact, PointFact, SnapshotFact } from './facts'

/**
 * What is known of the plan's numbers. They are the district's, for everyone who may open the plan page: a street reads the
 * district's number, not one of its own, so these queries run with the district's scope whoever asks.
 */
@Injectable()
export class FindFacts {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  snapshots(planDay: string): Promise<SnapshotFact[]> {
    return this.reads.query(
      PORTAL,
      `select distinct on (indicator) indicator, line, as_of::text as "asOf", cut_off::text as "cutOff", value, components, complete, note, collected_at as "collectedAt"
       from indicator_snapshot where as_of <= $1 order by indicator, as_of desc`,
      [planDay],
    )
  }

  entries(): Promise<EntryFact[]> {
    return this.reads.query(
      PORTAL,
      `select distinct on (indicator) indicator, id, value::float8 as value, data_as_of::text as "dataAsOf", source_text as "sourceText",
              entered_by as "enteredBy", reviewed_by as "reviewedBy", reviewed_on::text as "reviewedOn"
       from indicator_entry where state = 'REVIEWED' and data_as_of <= $1 order by indicator, data_as_of desc, reviewed_at desc`,
      [PLAN.endsOn],
    )
  }

  points(): Promise<PointFact[]> {
    return this.reads.query(
      PORTAL,
      `select p.id, p.title, p.indicators, r.id is not null as ruled,
              (select o from jsonb_array_elements(p.options) o where o->>'key' = r.option_key) as option
       from open_point p left join lateral (select id, option_key from ruling where open_point_id = p.id order by seq desc limit 1) r on true
       order by p.position`,
    )
  }

  /** The values of an indicator over time, oldest first: of a day the last one reviewed or collected. */
  history(indicator: number): Promise<HistoryPoint[]> {
    return this.reads.query(
      PORTAL,
      `(select distinct on (cut_off) cut_off::text as "dataAsOf", value, 'COMPUTED' as kind from indicator_snapshot where indicator = $1 order by cut_off, as_of desc)
       union all
       (select distinct on (data_as_of) data_as_of::text, value::float8, 'ENTERED' from indicator_entry where indicator = $1 and state = 'REVIEWED' order by data_as_of, reviewed_at desc)
       order by 1`,
      [indicator],
    )
  }
}
