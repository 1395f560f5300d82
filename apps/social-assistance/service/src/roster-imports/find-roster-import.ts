import { availableActions, type Actor, type AvailableAction, type StepView } from '@xishan/domain'
import { BusinessClock, DivisionNames, Reads, type Ask } from '@xishan/service-kit'
import { ROSTER_COLUMNS, rosterLifecycle, type RosterAction, type RosterImportDetail, type SampledHousehold } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { LISTED } from './find-roster-imports'
import { missingColumns } from './map-roster'

type Stored = Omit<RosterImportDetail, 'columns' | 'mappingProblems' | 'problemColumns' | 'sample' | 'correctedBy' | 'actions' | 'steps'> & { columns: Record<string, number> }
type StoredStep = Omit<StepView, 'actionLabel'> & { actorId: string; action: RosterAction }
type Sampled = Omit<SampledHousehold, 'communityName'> & { divisionCode: string }

const SAMPLE = 10

/** One roster: its columns, what it would bring, what is wrong, and what may be done next. */
@Injectable()
export class FindRosterImport {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async detail(actor: Actor, id: string): Promise<RosterImportDetail> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [stored, sample, problemColumns, correctedBy, steps, names] = await Promise.all([
      this.stored(actor, id),
      ask<Sampled>(
        `select row_number as row, name, document_masked as "documentMasked", division_code as "divisionCode", people, amount_fen::float8 as "amountFen", from_month as "fromMonth"
         from roster_row where import_id = $1 and outcome = 'NEW' and is_head order by row_number limit ${SAMPLE}`,
        [id],
      ),
      ask<{ column: string; count: number }>(
        `select p.item->>'column' as column, count(*)::int as count from roster_row r cross join lateral jsonb_array_elements(r.problems) p(item) where r.import_id = $1 and r.outcome = 'PROBLEM' group by 1 order by 2 desc, 1`,
        [id],
      ),
      ask<{ id: string; number: string }>(`select id, number from roster_import where corrects_id = $1 and state <> 'ABANDONED' order by number`, [id]),
      stepsOf(ask, id),
      this.divisions.on(await this.clock.today()),
    ])
    const mappingProblems = missingColumns(stored.kind, stored.heads, stored.columns)
    const blocked = blockedBy(stored, mappingProblems)
    return {
      ...stored,
      columns: ROSTER_COLUMNS[stored.kind].map(({ key, title, required }) => ({ key, title, required, column: stored.columns[key] ?? null })),
      mappingProblems,
      problemColumns,
      sample: sample.map(({ divisionCode, ...household }) => ({ ...household, communityName: names.whole(divisionCode) })),
      correctedBy,
      actions: availableActions(rosterLifecycle, { state: stored.state, steps }, actor).map((action): AvailableAction => ({ action, label: rosterLifecycle.actions[action].label, adverse: false, blockedBy: blocked[action] ?? null })),
      steps: steps.map(({ actorId: _, ...step }) => ({ ...step, actionLabel: rosterLifecycle.actions[step.action]?.label ?? step.action })),
    }
  }

  private stored(actor: Actor, id: string): Promise<Stored> {
    return this.reads.one(
      actor,
      `select ${LISTED}, i.version, i.head_row as "headRow", i.heads, i.columns, i.mapping_name as "mappingName", i.problem_count as "problemCount", i.new_people as "newPeople", i.new_fen::float8 as "newFen", i.checked_on::text as "checkedOn", i.applied_on::text as "appliedOn",
              i.applied_by as "appliedBy", case when c.id is not null then jsonb_build_object('id', c.id, 'number', c.number) end as corrects,
              (select j.id from job_run j where j.id = i.job_id and j.actor_id = $2 and j.state = any(array['waiting', 'running'])) as "jobId"
       from roster_import i left join roster_import c on c.id = i.corrects_id where i.id = $1`,
      [id, actor.id],
    )
  }
}

/** What stands in the way of an action, as the service would say it. */
const blockedBy = ({ kind, newCount, refusedCount, appliedCount }: Stored, mappingProblems: readonly string[]): Partial<Record<RosterAction, string | null>> => ({
  check: mappingProblems.length > 0 ? mappingProblems.join('') : null,
  submit: kind === 'OTHER_ENTITLEMENT' ? (refusedCount > 0 ? `名单按整份替换，还有 ${refusedCount} 行需改正，改正后请重新上传整份名单。` : null) : newCount === 0 ? '本名册没有可入库的内容。' : null,
  giveBack: appliedCount > 0 ? `已入库 ${appliedCount} 户，不能退回，请继续入库。` : null,
})

const stepsOf = (ask: Ask, id: string): Promise<StoredStep[]> =>
  ask(
    `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at, business_date::text as "businessDate", opinion
     from case_step where case_id = $1 order by seq`,
    [id],
  )
