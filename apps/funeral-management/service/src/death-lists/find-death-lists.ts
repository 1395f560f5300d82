import { DomainProblem, addDays, availableActions, mayCall, type Actor, type Page } from '@xishan/domain'
import {
  DEATH_PARAMETER, LIST_COLUMNS, LIST_SOURCE, contract, deathListLifecycle,
  type DeathListDetail, type DeathListQuery, type DeathListRow, type ListSource, type ListSources, type ListedPerson, type ListedPersonQuery,
} from '@xishan/funeral-management-contract'
import { BusinessClock, Conditions, FileAnswer, ParameterBooks, Reads, cursorParts, writeSheetStream, type Ask } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

const LISTED = `l.id, l.number, l.source, l.file_name as "fileName", l.covers_to::text as "coversTo", l.state, l.row_count as "rowCount", l.uploaded_by as "uploadedBy", l.uploaded_on::text as "uploadedOn", l.applied_on::text as "appliedOn"`
const RHYTHM: Record<ListSource, string> = { POLICE: DEATH_PARAMETER.rhythmPolice, HEALTH: DEATH_PARAMETER.rhythmHealth, HALL: DEATH_PARAMETER.rhythmHall }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const OWN_STEPS: readonly string[] = ['finishCheck', 'finish', 'finishWithRest']

type Stored = DeathListRow & Pick<DeathListDetail, 'version' | 'heads' | 'columns' | 'mappedBefore' | 'appliedRows' | 'jobId'> & { jobOf: string | null }

/** Lists of deaths, their rows, and when each source last sent one. */
@Injectable()
export class FindDeathLists {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  page(actor: Actor, query: DeathListQuery): Promise<Page<DeathListRow>> {
    const conditions = new Conditions()
    const [last] = cursorParts(query.after, 1) ?? []
    conditions
      .andIf(query.source, (source) => conditions.and('l.source = ?', source))
      .andIf(query.state, (state) => conditions.and('l.state = ?', state))
      .andIf(last, (after) => conditions.and('l.number < ?', after))
    return this.reads.page(actor, query, `select ${LISTED}, l.number as cursor from death_list l where ${conditions} order by l.number desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async detail(actor: Actor, id: string): Promise<DeathListDetail> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [stored, counts, [sums], steps] = await Promise.all([
      this.reads.one<Stored>(actor, `select ${LISTED}, l.version, l.heads, l.columns, l.mapped_before as "mappedBefore", l.applied_rows as "appliedRows", l.job_id as "jobId", l.job_of as "jobOf" from death_list l where l.id = $1`, [id]),
      ask<DeathListDetail['counts'][number]>(`select finding, count(*)::int as rows from death_list_row where list_id = $1 group by finding`, [id]),
      ask<{ converted: number; open: number }>(
        `select count(*) filter (where r.converted)::int as converted, count(distinct d.id) filter (where d.state = 'UNIDENTIFIED')::int as open from death_list_row r left join death d on d.id = r.death_id where r.list_id = $1`,
        [id],
      ),
      ask<Omit<DeathListDetail['steps'][number], 'actionLabel'> & { actorId: string }>(
        `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at, business_date::text as "businessDate", opinion
         from case_step where case_id = $1 order by seq`,
        [id],
      ),
    ])
    const { jobOf, ...own } = stored
    const labels = new Map(Object.entries(deathListLifecycle.actions).map(([action, { label }]) => [action, label]))
    return {
      ...own,
      wanted: LIST_COLUMNS[stored.source].map(({ key, title, required = false }) => ({ key, title, required })),
      counts,
      convertedRows: sums?.converted ?? 0,
      unidentifiedOpen: sums?.open ?? 0,
      jobIsMine: jobOf === actor.id,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labels.get(step.action) ?? step.action })),
      actions: availableActions(deathListLifecycle, { state: stored.state, steps }, actor).filter((action) => !OWN_STEPS.includes(action)),
      mayFeedBack: mayCall(contract.permissions, 'feedBackDeathList', actor.roles) && stored.appliedOn !== null,
    }
  }

  /** @throws DomainProblem `death-list-not-applied` */
  async requireApplied(actor: Actor, id: string): Promise<void> {
    const { applied } = await this.reads.one<{ applied: boolean }>(actor, `select applied_on is not null as applied from death_list where id = $1`, [id])
    if (!applied) throw new DomainProblem('death-list-not-applied')
  }

  people(actor: Actor, id: string, query: ListedPersonQuery): Promise<Page<ListedPerson>> {
    const conditions = new Conditions().and('r.list_id = ?', id)
    const [last] = cursorParts(query.after, 1) ?? []
    conditions
      .andIf(query.finding, (finding) => conditions.and('r.finding = ?', finding))
      .andIf(query.noted, (noted) => conditions.and(noted ? 'cardinality(r.messages) > 0' : 'cardinality(r.messages) = 0'))
      .andIf(last, (after) => conditions.and('r.row_number > ?::int', after))
    return this.reads.page(
      actor,
      query,
      `select r.row_number as "rowNumber", r.name, r.document_masked as "documentMasked", r.converted, r.birth_date::text as "birthDate", r.died_on::text as "diedOn", r.finding, r.messages, r.death_id as "deathId", d.number as "deathNumber", r.row_number::text as cursor
       from death_list_row r left join death d on d.id = r.death_id where ${conditions} order by r.row_number limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
  }

  async sources(actor: Actor): Promise<ListSources> {
    const today = await this.clock.today()
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [last, book] = await Promise.all([
      ask<{ source: ListSource; coversTo: string; appliedOn: string; number: string }>(
        `select distinct on (source) source, covers_to::text as "coversTo", applied_on::text as "appliedOn", number from death_list where applied_on is not null order by source, covers_to desc, number desc`,
      ),
      this.books.on(today, ask),
    ])
    const sources = LIST_SOURCE.codes.map((source) => {
      const found = last.find((row) => row.source === source)
      const rhythmDays = book.number(RHYTHM[source])
      return { source, coversTo: found?.coversTo ?? null, appliedOn: found?.appliedOn ?? null, number: found?.number ?? null, rhythmDays, isLate: found !== undefined && addDays(found.coversTo, rhythmDays) < today }
    })
    return { sources }
  }

  template(source: ListSource): FileAnswer {
    const title = `${LIST_SOURCE.entries.find(([code]) => code === source)?.[1]}死亡名单模板`
    const columns = LIST_COLUMNS[source].map((column) => ({ title: column.title, width: column.key === 'idNumber' || column.key === 'home' ? 24 : 14 }))
    return new FileAnswer(writeSheetStream({ name: title, columns, rows: [] }), `${title}.xlsx`, XLSX)
  }
}
