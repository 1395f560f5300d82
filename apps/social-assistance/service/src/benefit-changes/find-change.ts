import { addMonths, availableActions, mayCall, type Actor, type AvailableAction, type StepView } from '@xishan/domain'
import { ATTACHMENT_VIEW, BusinessClock, DivisionNames, ParameterBooks, Reads, type Ask } from '@xishan/service-kit'
import {
  GROUNDS, PARAMETER, benefitChangeLifecycle, changePapers, contract, exitSchedule, lastExitMonth, type BenefitChangeAction, type BenefitChangeDetail, type BenefitChangeState, type ChangeOutcome,
} from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { seesCircumstances } from '../people/circumstances'
import { LISTED_CHANGE, changeRow, type ListedChange } from './change-list'
import { assessFacts, differenceFrom, paidNow } from './household-now'
import { monthsOf } from './months'

interface StoredChange extends ListedChange {
  version: number
  householdId: string
  benefitNumber: string
  content: string
  occurredOn: string
  reportedBy: string
  facts: BenefitChangeDetail['facts']
  filledOn: string | null
  people: BenefitChangeDetail['people']
  assessment: BenefitChangeDetail['assessment']
  difference: BenefitChangeDetail['difference']
  outcome: ChangeOutcome | null
  newAccount: BenefitChangeDetail['newAccount']
  newHead: string | null
  arrears: BenefitChangeDetail['arrears']
  recovery: BenefitChangeDetail['recovery']
  decidedOn: string | null
  decidedBy: string | null
  opinion: string
  remedy: string
  deliveries: BenefitChangeDetail['deliveries']
  steps: (Omit<StepView, 'actionLabel'> & { actorId: string; action: BenefitChangeAction })[]
  attachments: BenefitChangeDetail['attachments']
  relatedAccountIds: string[]
}

const STORED = `select ${LISTED_CHANGE}, c.version, c.household_id as "householdId", b.number as "benefitNumber", c.content, c.occurred_on::text as "occurredOn", c.reported_by as "reportedBy", c.facts,
  c.filled_on::text as "filledOn", c.assessment, c.difference, c.outcome, c.decided_on::text as "decidedOn", c.decided_by as "decidedBy", c.opinion, c.remedy, c.related_account_ids as "relatedAccountIds",
  case when c.new_bank is not null then jsonb_build_object('bank', c.new_bank, 'lastFour', c.new_account_last_four, 'holder', c.new_account_holder) end as "newAccount",
  (select m.name from jsonb_to_recordset(c.relations) r("memberId" uuid, relation text) join household_member m on m.household_id = c.household_id and m.id = r."memberId" where r.relation = '0') as "newHead",
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'documentMasked', p.masked) order by p.id), '[]') from (
     select m.id, m.name, m.document_masked as masked from household_member m where m.household_id = c.household_id and not c.documents ? m.id::text
     union all select d.key::uuid, coalesce((select f->>'name' from jsonb_array_elements(c.facts->'members') f where f->>'id' = d.key), ''), d.value->>'documentMasked' from jsonb_each(c.documents) d) p) as people,
  (select coalesce(jsonb_agg(jsonb_build_object('month', y.month, 'amountFen', y.amount_fen) order by y.month), '[]') from payable y where y.cause_id = c.id and y.cancelled_on is null) as arrears,
  (select jsonb_build_object('id', r.id, 'number', r.number, 'dueFen', r.due_fen) from recovery r where r.cause_kind = 'BENEFIT_CHANGE' and r.cause_id = c.id) as recovery,
  (select coalesce(jsonb_agg(jsonb_build_object('paper', v.paper, 'deliveredOn', v.delivered_on, 'way', v.way, 'receivedBy', v.received_by, 'recordedBy', v.recorded_by) order by v.delivered_on, v.id), '[]')
   from change_delivery v where v.change_id = c.id) as deliveries,
  (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (select ${ATTACHMENT_VIEW} from attachment where subject_id = c.id order by uploaded_at, id) f) as attachments,
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'action', s.action, 'fromState', s.from_state, 'toState', s.to_state, 'actorId', s.actor_id, 'actorName', s.actor_name, 'actorRoles', s.actor_roles,
     'at', to_json(s.at) #>> '{}', 'businessDate', s.business_date, 'opinion', s.opinion) order by s.seq), '[]') from case_step s where s.case_id = c.id) as steps
  from benefit_change c join benefit b on b.id = c.benefit_id where c.id = $1`

/** A change on one page, as far as the reader's role may see it. */
@Injectable()
export class FindChange {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async detail(actor: Actor, id: string): Promise<BenefitChangeDetail> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const today = await this.clock.today()
    const stored = await this.reads.one<StoredChange>(actor, STORED, [id])
    const [names, book, months, before] = await Promise.all([this.divisions.on(today), this.books.on(today, ask), monthsOf(ask, today), paidNow(ask, stored.benefitId)])
    const isOpenTo = seesCircumstances(actor)
    const isBeingFilled = stored.state === 'REPORTED' && stored.facts !== null
    const assessment = isBeingFilled && stored.facts ? assessFacts(stored.facts, book) : stored.assessment
    const difference = isBeingFilled && stored.facts && assessment ? differenceFrom(before, stored.facts, assessment) : stored.difference
    const { filledOn, relatedAccountIds, ...shown } = stored
    const isRelated = relatedAccountIds.includes(actor.id)
    return {
      ...shown,
      ...changeRow(stored, names, today),
      isLate: stored.reportedOn > addMonths(stored.occurredOn, book.number(PARAMETER.change.reportWithin)),
      article: GROUNDS[stored.ground].article,
      facts: isOpenTo ? stored.facts : null,
      isFilled: filledOn !== null,
      assessment: isOpenTo ? assessment : null,
      difference: isOpenTo ? difference : null,
      coveredBefore: [...before.covered],
      newAccount: isOpenTo ? stored.newAccount : null,
      firstOpenMonth: months.open,
      lastExitMonth: lastExitMonth(months.open, book.number(PARAMETER.change.exitMonths)),
      schedule: stored.kind === 'GRADUAL_EXIT' && stored.lastMonth ? exitSchedule(scheduleFrom(stored, months.open), stored.lastMonth, stored.beforeFen) : [],
      papers: mayCall(contract.permissions, 'printChangePapers', actor.roles) && isOpenTo ? changePapers(stored) : [],
      steps: stored.steps.map(({ actorId: _id, ...step }) => ({ ...step, actionLabel: benefitChangeLifecycle.actions[step.action].label })),
      editable: stored.kind === 'RECOMPUTE' && stored.state === 'REPORTED' && !isRelated && mayCall(contract.permissions, 'editChangeFacts', actor.roles),
      actions: isRelated ? [] : offered(stored, actor),
    }
  }
}

/** A decided exit is told from the month after its decision on, whatever has been paid since. */
const scheduleFrom = ({ decidedOn }: StoredChange, open: string): string => (decidedOn && decidedOn.slice(0, 7) < open ? decidedOn.slice(0, 7) : open)

function offered({ state, steps, outcome }: StoredChange, actor: Actor): AvailableAction[] {
  const left: readonly BenefitChangeAction[] = outcome === 'UNCHANGED' ? ['review'] : ['confirmUnchanged']
  return availableActions<BenefitChangeState, BenefitChangeAction>(benefitChangeLifecycle, { state, steps }, actor)
    .filter((action) => !left.includes(action))
    .map((action) => ({ action, label: benefitChangeLifecycle.actions[action].label, adverse: benefitChangeLifecycle.actions[action].adverse ?? false, blockedBy: null }))
}
