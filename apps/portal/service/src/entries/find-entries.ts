import { availableActions, DomainProblem, indicatorNumbered, labelOf, type Actor } from '@xishan/domain'
import { ENTRY_LIFECYCLE, mayWithdraw, type Entry } from '@xishan/portal-contract'
import { Attachments, Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

type EntryRow = Omit<Entry, 'stateLabel' | 'actions' | 'unit' | 'enteredAt'> & { enteredAt: Date; enteredById: string; steps: { action: string; actorId: string }[] }

/**
 * Which reviewed value is in force is read off the cut-off dates: the newest one, and of several of one day the last
 * reviewed. So a withdrawn value gives way to the one before it by itself.
 */
const ENTRIES = `
  with shown as (
    select id,
           row_number() over (partition by indicator order by data_as_of desc, reviewed_at desc) as overall,
           row_number() over (partition by indicator, data_as_of order by reviewed_at desc) as of_day
    from indicator_entry where state = 'REVIEWED'
  )
  select e.id, e.version, e.number, e.indicator, e.value::float8 as value, e.data_as_of::text as "dataAsOf", e.source_text as "sourceText", e.state,
         case when s.overall = 1 then 'IN_FORCE' when s.of_day = 1 then 'EARLIER' when s.of_day > 1 then 'SUPERSEDED' else 'NOT_SHOWN' end as standing,
         e.entered_by_id as "enteredById", e.entered_by as "enteredBy", e.entered_on::text as "enteredOn", e.entered_at as "enteredAt",
         e.reviewed_by as "reviewedBy", e.reviewed_on::text as "reviewedOn", e.opinion,
         (select json_build_object('name', a.name, 'kind', a.media_type, 'bytes', a.bytes) from attachment a where a.subject_id = e.id limit 1) as evidence,
         (select coalesce(json_agg(json_build_object('action', c.action, 'actorId', c.actor_id) order by c.seq), '[]') from case_step c where c.case_id = e.id) as steps
  from indicator_entry e left join shown s on s.id = e.id`

/** Entries with where they stand and what this reader may do with them. */
@Injectable()
export class FindEntries {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Attachments) private readonly attachments: Attachments,
  ) {}

  async ofIndicator(actor: Actor, indicator: number): Promise<Entry[]> {
    return this.found(actor, `${ENTRIES} where e.indicator = $1 order by e.data_as_of desc, e.entered_at desc`, [indicator])
  }

  async waiting(actor: Actor): Promise<Entry[]> {
    return this.found(actor, `${ENTRIES} where e.state = 'SUBMITTED' order by e.entered_at`, [])
  }

  async one(actor: Actor, id: string): Promise<Entry> {
    return this.asEntry(actor, await this.reads.one<EntryRow>(actor, `${ENTRIES} where e.id = $1`, [id]))
  }

  async evidence(actor: Actor, id: string): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const [file] = await this.attachments.of(actor, id)
    if (!file) throw new DomainProblem('not-found')
    return this.attachments.read(actor, id, file.id)
  }

  private async found(actor: Actor, sql: string, parameters: unknown[]): Promise<Entry[]> {
    const rows = await this.reads.query<EntryRow>(actor, sql, parameters)
    return rows.map((row) => this.asEntry(actor, row))
  }

  private asEntry(actor: Actor, { steps, enteredById, ...row }: EntryRow): Entry {
    return {
      ...row,
      unit: indicatorNumbered(row.indicator).unit,
      enteredAt: row.enteredAt.toISOString(),
      stateLabel: labelOf(ENTRY_LIFECYCLE, row.state),
      actions: availableActions(ENTRY_LIFECYCLE, { state: row.state, steps }, actor).filter((action) => action !== 'withdraw' || mayWithdraw({ enteredById }, actor)),
    }
  }
}
