import { DomainProblem, availableActions, label, sentence, type Actor, type AvailableAction, type CaseStanding, type TraceResult } from '@xishan/domain'
import { ATTACHMENT_KIND } from '../documents/attachment-kinds'
import type { MeansCheckState } from '../means-checks/lifecycle'
import { problems } from '../problems'
import type { ApplicationAction } from './action-inputs'
import { applicationLifecycle, type ApplicationState } from './lifecycle'

/** Everything about a case that decides, beside its state, whether an action may be taken. */
export interface CaseFacts {
  standing: CaseStanding
  businessDate: string
  /** Kinds of material at hand. */
  attachments: readonly string[]
  /** A near relative of staff is a member, or somebody reported the case. */
  separatelyRegistered: boolean
  reported: boolean
  /** Accounts of the relatives: they are kept from the case. */
  relatedAccountIds: readonly string[]
  /** Confirmation is delegated to the street. */
  delegated: boolean
  meansCheck: { state: MeansCheckState; toldOn: string | null } | null
  posting: { startsOn: string; endsOn: string; photoOn: string | null } | null
  /** Objections that came with a name and have no answer yet. */
  unansweredObjections: number
  /** What the rules say now; null while the household sheet or the finances are missing. */
  assessment: { result: TraceResult; amountFen: number } | null
  clockSuspended: boolean
}

type Refusal = readonly [code: keyof typeof problems, details?: Record<string, string | number>]
type Condition = (facts: CaseFacts) => Refusal | null

/** The bureau must visit the home of relatives' and reported cases before it decides (57号 §20). */
export const homeVisitRequired = ({ separatelyRegistered, reported }: Pick<CaseFacts, 'separatelyRegistered' | 'reported'>): boolean => separatelyRegistered || reported

const correctedOnlyOnce: Condition = ({ standing }) => (standing.steps.some(({ action }) => action === 'requestCorrection') ? ['correction-only-once'] : null)

const clockRuns: Condition = ({ clockSuspended }) => (clockSuspended ? ['clock-suspended'] : null)

const sheetComplete: Condition = ({ assessment }) => (assessment ? null : ['household-incomplete'])

const checkConcluded: Condition = ({ meansCheck }) => {
  if (meansCheck?.state === 'PASSED') return null
  if (meansCheck?.state !== 'NOT_PASSED') return ['means-check-open']
  return meansCheck.toldOn ? null : ['means-check-not-told']
}

const postingOver: Condition = ({ posting, businessDate, standing }) => {
  if (standing.state !== 'POSTING') return null
  if (!posting) return ['posting-missing']
  if (businessDate <= posting.endsOn) return ['posting-not-over', { endsOn: posting.endsOn }]
  return posting.photoOn !== null && posting.photoOn >= posting.startsOn ? null : ['posting-without-photo', { startsOn: posting.startsOn }]
}

const objectionsAnswered: Condition = ({ unansweredObjections }) => (unansweredObjections > 0 ? ['objection-unanswered', { count: unansweredObjections }] : null)

const homeVisited: Condition = (facts) =>
  homeVisitRequired(facts) && !facts.standing.steps.some(({ action }) => action === 'recordHomeVisit') ? ['home-visit-required'] : null

const eligible: Condition = ({ assessment }) => (assessment?.result === 'pass' ? null : ['not-eligible'])

const streetDecides = (facts: CaseFacts): boolean => facts.delegated && !homeVisitRequired(facts)
const onlyWhereStreetDecides: Condition = (facts) => (streetDecides(facts) ? null : ['bureau-decides'])
const onlyWhereBureauDecides: Condition = (facts) => (streetDecides(facts) ? ['street-decides'] : null)

const CONDITIONS: Partial<Record<ApplicationAction, readonly Condition[]>> = {
  requestCorrection: [correctedOnlyOnce],
  countersign: [sheetComplete],
  giveOpinion: [clockRuns, sheetComplete, checkConcluded],
  signOpinion: [clockRuns, checkConcluded],
  submitToBureau: [onlyWhereBureauDecides, postingOver, objectionsAnswered],
  submitToLeader: [onlyWhereStreetDecides, postingOver, objectionsAnswered],
  confirmAtStreet: [onlyWhereStreetDecides, clockRuns, eligible],
  refuseAtStreet: [onlyWhereStreetDecides, clockRuns],
  resubmit: [onlyWhereBureauDecides, sheetComplete, checkConcluded, objectionsAnswered],
  audit: [clockRuns, sheetComplete, homeVisited],
  sign: [clockRuns, homeVisited],
  confirm: [clockRuns, homeVisited, eligible],
  refuse: [clockRuns, homeVisited],
}

const materialsAtHand = (action: ApplicationAction, { attachments }: CaseFacts): Refusal | null => {
  const spec = applicationLifecycle.actions[action]
  const missing = (spec.needs ?? []).filter((kind) => !attachments.includes(kind))
  return missing.length > 0 ? ['attachment-missing', { action: spec.label, missing: missing.map((kind) => label(ATTACHMENT_KIND, kind)).join('、') }] : null
}

function refusalOf(action: ApplicationAction, facts: CaseFacts): Refusal | null {
  for (const condition of CONDITIONS[action] ?? []) {
    const refusal = condition(facts)
    if (refusal) return refusal
  }
  return materialsAtHand(action, facts)
}

const isRelated = (actor: Actor, { relatedAccountIds }: CaseFacts): boolean => relatedAccountIds.includes(actor.id)

/**
 * Conditions beyond the lifecycle's table (state, role and separation of duties are `nextState`'s).
 * @throws DomainProblem with a code of the contract's table
 */
export function requireConditions(action: ApplicationAction, facts: CaseFacts, actor: Actor): void {
  if (isRelated(actor, facts)) throw new DomainProblem('staff-relative')
  const refusal = refusalOf(action, facts)
  if (refusal) throw new DomainProblem(refusal[0], refusal[1])
}

const WRONG_DECIDER: readonly Refusal[0][] = ['street-decides', 'bureau-decides']

/** What the page offers as buttons. A relative is offered nothing; a way that this case does not take is left out. */
export function offeredActions(facts: CaseFacts, actor: Actor): AvailableAction[] {
  if (isRelated(actor, facts)) return []
  return availableActions<ApplicationState, ApplicationAction>(applicationLifecycle, facts.standing, actor).flatMap((action) => {
    const refusal = refusalOf(action, facts)
    if (refusal && WRONG_DECIDER.includes(refusal[0])) return []
    const spec = applicationLifecycle.actions[action]
    const blockedBy = refusal ? sentence(problems[refusal[0]].detail, refusal[1] ?? {}) : null
    return [{ action, label: spec.label, adverse: spec.adverse ?? false, blockedBy }]
  })
}

/**
 * The amount a person agreed to must be the one the rules give now, and a recommendation must follow them.
 * @throws DomainProblem `amount-changed` or `not-eligible`
 */
export function requireAgreement(agreed: { amountFen: number; recommend: boolean }, assessment: { result: TraceResult; amountFen: number }): void {
  if (agreed.recommend && assessment.result !== 'pass') throw new DomainProblem('not-eligible')
  const proposed = agreed.recommend ? assessment.amountFen : 0
  if (agreed.amountFen !== proposed) throw new DomainProblem('amount-changed', { seen: agreed.amountFen / 100, now: proposed / 100 })
}
