import { DomainProblem, availableActions, type Actor, type Deadline } from '@xishan/domain'
import { adoptionLifecycle, type AdoptionAction, type AdoptionDetail, type AdoptionRow } from '@xishan/funeral-management-contract'
import { BusinessClock, DivisionNames, Reads, UnitOfWork, logReading, partsIn, type ReaderPart } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { AdoptionAssessment } from './adoption-assessment.entity'
import { partFor } from './file-desk'
import { LISTED, adoptionRow, labelOfAction, type StoredAdoption } from './find-adoptions'

type Step = AdoptionDetail['steps'][number] & { actorId: string }
type Stored = StoredAdoption & Pick<AdoptionDetail, 'giverKind' | 'parties' | 'mode' | 'organisation' | 'assessors' | 'results' | 'outcome' | 'visits' | 'readers'> & {
  placeCode: string
  deadline: Deadline
  acceptedOn: string | null
  reviewDays: number | null
  noticeOn: string | null
  noticeUntil: string | null
}

/** A closed file, shown to whoever is named in it; each look is logged before anything is shown. */
@Injectable()
export class ShowAdoption {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async execute(actor: Actor, id: string): Promise<AdoptionDetail> {
    const parts = await this.unitOfWork.perform(actor, async (work) => {
      const file = await work.findOne(AdoptionAssessment, { id })
      const [named, ...others] = await partsIn(work, id)
      if (!file || !named) throw new DomainProblem('not-found')
      await logReading(work, file, 'FILE', named)
      return [named, ...others].map(({ part }) => part)
    })
    const today = await this.clock.today()
    const [stored, steps, names] = await Promise.all([this.reads.one<Stored>(actor, STORED, [actor.id, id, today]), this.reads.query<Omit<Step, 'actionLabel'>>(actor, STEPS, [id]), this.divisions.on(today)])
    const { placeCode, deadline, acceptedOn, reviewDays, noticeOn, noticeUntil, ...file } = stored
    const row = adoptionRow(file, today)
    return {
      ...file,
      ...row,
      placeName: names.whole(placeCode),
      term: { days: deadline.period.count, dueOn: deadline.dueOn, pauses: deadline.suspensions },
      review: acceptedOn === null || reviewDays === null || row.dueOn === null ? null : { acceptedOn, days: reviewDays, noticeOn, noticeUntil, dueOn: row.dueOn },
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfAction(step.action) })),
      actions: availableActions(adoptionLifecycle, { state: row.state, steps }, actor).filter((action) => parts.includes(partFor(action)) && isOpen(action, row)),
      mayGrant: parts.includes('HEAD') && (actor.roles.includes('BU_HEAD') || actor.roles.includes('BU_APPROVER')),
      mayVisit: mayVisit(actor, parts, file.outcome),
    }
  }
}

const isOpen = (action: AdoptionAction, { kind, suspendedSince }: AdoptionRow): boolean => {
  if (action === 'announce') return kind === 'FOUNDLING'
  if (action === 'resume') return suspendedSince !== null
  return suspendedSince === null || (action !== 'suspend' && action !== 'report')
}
const mayVisit = (actor: Actor, parts: readonly ReaderPart[], outcome: AdoptionDetail['outcome']): boolean => parts.includes('HANDLER') && actor.roles.includes('BU_CLERK') && outcome?.outcome === 'REGISTERED'

const STORED = `select ${LISTED}, a.place_code as "placeCode", a.giver_kind as "giverKind", a.deadline, a.mode, a.organisation, a.assessors, a.accepted_on::text as "acceptedOn", a.review_days as "reviewDays",
    a.notice_on::text as "noticeOn", a.notice_until::text as "noticeUntil", a.outcome,
    (select jsonb_agg(jsonb_build_object('id', p.id, 'party', p.party, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'documentType', p.document_type, 'documentMasked', p.document_masked)
       order by array_position(array['ADOPTER', 'CHILD', 'GIVER'], p.party), p.position) from adoption_party p where p.file_id = a.id) as parties,
    coalesce((select jsonb_object_agg(r.key, jsonb_build_object('result', r.result, 'finding', r.finding)) from adoption_part r where r.file_id = a.id), '{}') as results,
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'visitedOn', v.visited_on, 'visitors', v.visitors, 'findings', v.findings, 'recordedBy', v.recorded_by) order by v.visited_on, v.id) from adoption_visit v where v.file_id = a.id), '[]') as visits,
    (select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.reader_name, 'part', r.part, 'reason', r.reason, 'namedBy', r.named_by_name, 'namedOn', r.named_on, 'untilOn', r.until_on,
       'stands', r.withdrawn_at is null and (r.until_on is null or r.until_on >= $3::date)) order by r.id) from file_reader r where r.file_id = a.id) as readers
  from adoption_assessment a where a.id = $2`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at, business_date::text as "businessDate", opinion
  from case_step where case_id = $1 order by seq`
