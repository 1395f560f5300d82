import type { Suspension, StepView } from '@xishan/domain'
import { type Ask, ATTACHMENT_VIEW } from '@xishan/service-kit'
import { applicationLifecycle, type ApplicationDetail, type Assessment, type DecisionView, type SurveyRecord, type SurveyView } from '@xishan/social-assistance-contract'

/** What hangs on an application, as the tables have it. */
export interface ApplicationParts {
  surveys: SurveyView[]
  postings: ApplicationDetail['postings']
  objections: StoredObjection[]
  deliveries: ApplicationDetail['deliveries']
  decision: (DecisionView & { assessment: Assessment | null }) | null
  meansCheck: ApplicationDetail['meansCheck']
  steps: StepView[]
  attachments: ApplicationDetail['attachments']
}

/** An objection with its maker still sealed. */
export type StoredObjection = Omit<ApplicationDetail['objections'][number], 'objector'> & { objectorSealed: string | null }

type StoredSurvey = Omit<SurveyView, keyof SurveyRecord> & { record: SurveyRecord }
type StoredStep = Omit<StepView, 'actionLabel'>

const LABELS: ReadonlyMap<string, string> = new Map(Object.entries(applicationLifecycle.actions).map(([action, { label }]) => [action, label]))

/** @param ask answers in the reader's scope, so that a part outside it stays away like the case itself */
export async function partsOf(ask: Ask, id: string): Promise<ApplicationParts> {
  const [surveys, postings, objections, deliveries, [decision], [meansCheck], steps, attachments] = await Promise.all([
    ask<StoredSurvey>(
      `select id, round, record, investigator, countersigned_by as "countersignedBy", countersigned_on::text as "countersignedOn" from survey where application_id = $1 order by round`,
      [id],
    ),
    ask<ApplicationDetail['postings'][number]>(
      `select id, round, starts_on::text as "startsOn", ends_on::text as "endsOn", place, recommend, amount_fen::float8 as "amountFen", closed_on::text as "closedOn",
              (select max(business_date)::text from attachment where subject_id = application_id and kind = 'POSTING_PHOTO'
                 and business_date >= starts_on and business_date <= coalesce(closed_on, business_date)) as "photoOn"
       from posting where application_id = $1 order by round`,
      [id],
    ),
    ask<StoredObjection>(
      `select id, kind, received_on::text as "receivedOn", way, named, objector_sealed as "objectorSealed", content, answered_on::text as "answeredOn", answer
       from objection where application_id = $1 order by received_on, id`,
      [id],
    ),
    ask<ApplicationDetail['deliveries'][number]>(
      `select paper, delivered_on::text as "deliveredOn", way, received_by as "receivedBy", recorded_by as "recordedBy" from delivery where application_id = $1 order by delivered_on, id`,
      [id],
    ),
    ask<DecisionView & { assessment: Assessment | null }>(
      `select outcome, decided_on::text as "decidedOn", decided_by as "decidedBy", opinion, ground, amount_fen::float8 as "amountFen", category, from_month as "fromMonth", remedy, assessment
       from decision where application_id = $1`,
      [id],
    ),
    ask<NonNullable<ApplicationDetail['meansCheck']>>(
      `select id, version, state, requested_on::text as "requestedOn", concluded_on::text as "concludedOn", told_on::text as "toldOn", conclusion from means_check where application_id = $1`,
      [id],
    ),
    ask<StoredStep>(
      `select id, action, from_state as "fromState", to_state as "toState", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
              business_date::text as "businessDate", opinion
       from case_step where case_id = $1 order by seq`,
      [id],
    ),
    ask<ApplicationDetail['attachments'][number]>(`select ${ATTACHMENT_VIEW} from attachment where subject_id = $1 order by uploaded_at, id`, [id]),
  ])
  return {
    surveys: surveys.map(({ record, ...rest }) => ({ ...record, ...rest })),
    postings,
    objections,
    deliveries,
    decision: decision ?? null,
    meansCheck: meansCheck ?? null,
    steps: steps.map((step) => ({ ...step, actionLabel: LABELS.get(step.action) ?? step.action })),
    attachments,
  }
}

/** The pauses of the whole procedure, the open one last. */
export const pausesOf = (terms: readonly { name: string; deadline: { suspensions: Suspension[] } }[]): Suspension[] => terms.findLast(({ name }) => name === 'whole')?.deadline.suspensions ?? []
