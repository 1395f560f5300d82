import { availableActions, type Actor, type Page } from '@xishan/domain'
import { sampleLifecycle, type SampleDetail, type SampleQuery, type SampleRow, type SampledFile } from '@xishan/funeral-management-contract'
import { Conditions, Reads, cursorParts } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

const LISTED = `s.id, s.version, s.number, s.state, o.name as "officeName", s.registration, s.month, cardinality(s.register) as registered, s.drawn, f.checked, f.correct, f.open
  from quality_sample s join registration_office o on o.id = s.office_id join lateral (
    select count(result)::int as checked, count(*) filter (where result = 'CORRECT')::int as correct, count(*) filter (where result in ('DEFECT', 'INVALID') and corrected_on is null)::int as open
    from sampled_file where sample_id = s.id) f on true`

type Step = SampleDetail['steps'][number] & { actorId: string }

/** The monthly checks and the files that were drawn. */
@Injectable()
export class FindSamples {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  page(actor: Actor, query: SampleQuery): Promise<Page<SampleRow>> {
    const conditions = new Conditions()
    conditions
      .andIf(query.registration, (registration) => conditions.and('s.registration = ?', registration))
      .andIf(query.state, (state) => conditions.and('s.state = ?', state))
      .andIf(query.month, (month) => conditions.and('s.month = ?', month))
      .andIf(query.officeId, (office) => conditions.and('s.office_id = ?', office))
    const [after] = cursorParts(query.after, 1) ?? []
    conditions.andIf(after, (last) => conditions.and('s.number < ?', last))
    return this.reads.page<SampleRow>(actor, query, `select s.number as cursor, ${LISTED} where ${conditions} order by s.number desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async detail(actor: Actor, id: string): Promise<SampleDetail> {
    const [sample, files, steps] = await Promise.all([
      this.reads.one<Omit<SampleDetail, 'files' | 'steps' | 'actions'>>(actor, `select s.seed, s.share, s.least, s.drawn_by as "drawnBy", s.drawn_on::text as "drawnOn", ${LISTED} where s.id = $1`, [id]),
      this.reads.query<SampledFile>(
        actor,
        `select position, file_number as "fileNumber", findings, result, remark, checked_by as "checkedBy", checked_on::text as "checkedOn", corrected_on::text as "correctedOn", correction
         from sampled_file where sample_id = $1 order by position`,
        [id],
      ),
      this.reads.query<Omit<Step, 'actionLabel'>>(
        actor,
        `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at, business_date::text as "businessDate", opinion
         from case_step where case_id = $1 order by seq`,
        [id],
      ),
    ])
    return {
      ...sample,
      files,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: availableActions(sampleLifecycle, { state: sample.state, steps }, actor),
    }
  }
}

const labelOfStep = (action: string): string => Object.entries(sampleLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action
