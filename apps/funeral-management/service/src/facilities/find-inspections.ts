import { availableActions, labelOf, type Actor } from '@xishan/domain'
import { inspectionLifecycle, type InspectionView, type Uninspected } from '@xishan/funeral-management-contract'
import { BusinessClock, Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

type Stored = Omit<InspectionView, 'stateLabel' | 'actions'> & { steps: { action: string; actorId: string }[] }

@Injectable()
export class FindInspections {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async of(actor: Actor, facilityId: string): Promise<{ inspections: InspectionView[] }> {
    const found = await this.reads.query<Stored>(
      actor,
      `select i.id, i.version, i.number, i.state, i.inspected_on::text as "inspectedOn", i.inspectors, i.results, i.findings, i.due_on::text as "dueOn", i.rectified_on::text as "rectifiedOn", i.rectification, i.recorded_by as "recordedBy",
              coalesce((select jsonb_agg(jsonb_build_object('action', s.action, 'actorId', s.actor_id) order by s.seq) from case_step s where s.case_id = i.id), '[]') as steps
       from inspection i where i.facility_id = $1 order by i.inspected_on desc, i.number desc limit 50`,
      [facilityId],
    )
    return { inspections: found.map(({ steps, ...row }) => ({ ...row, stateLabel: labelOf(inspectionLifecycle, row.state), actions: availableActions(inspectionLifecycle, { state: row.state, steps }, actor) })) }
  }

  /** Halls are not inspected here. */
  async missing(actor: Actor, asked: number | undefined): Promise<Uninspected> {
    const year = asked ?? Number((await this.clock.today()).slice(0, 4))
    const rows = await this.reads.query<Uninspected['facilities'][number] & { isDone: boolean }>(
      actor,
      `select f.id, f.name, f.kind, max(i.inspected_on)::text as "lastInspectedOn", coalesce(bool_or(i.inspected_on between make_date($1, 1, 1) and make_date($1, 12, 31)), false) as "isDone"
       from facility f left join inspection i on i.facility_id = f.id where f.kind <> 'HALL' group by f.id, f.name, f.kind order by f.name`,
      [year],
    )
    return { year, inspected: rows.filter(({ isDone }) => isDone).length, facilities: rows.filter(({ isDone }) => !isDone).map(({ isDone: _done, ...facility }) => facility) }
  }
}
