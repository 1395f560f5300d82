import { addDays, addMonths, isWithinScope, monthOf, type Actor } from '@xishan/domain'
import {
  PARAMETER, applicationLifecycle, applicationTerms, grantFrom, missingAnswers, requireAgreement, type ActionInputs, type CheckAnswer, type DraftInput, type Grant, type HouseholdInput,
} from '@xishan/social-assistance-contract'
import {
  adverseDecision, benefitOfGrant, calendar, confirmation, Delivery, Household, HouseholdMember, MeansCheckAnswer, Objection, periodOf, Posting, sealDocument, Survey,
} from '@xishan/social-assistance-service'
import type { Act } from './archive'
import type { CaseHistory } from './case-history'
import { bookOn } from './demonstration-parameters'
import { addressOf } from './places'

/** Who takes a step, and when. */
export interface By {
  actor: Actor
  on: string
}

const period = (key: string, on: string) => periodOf(bookOn(on), key)

export function createDraft(history: CaseHistory, by: By, fields: DraftInput): void {
  const { application, office } = history
  const act = history.act(by.actor, by.on)
  Object.assign(application, { id: office.archive.id(act.at), divisionCode: by.actor.scope, number: office.archive.number('SA', by.on), state: applicationLifecycle.initial, stateSince: by.on })
  application.fillWindow(fields, office.ciphers)
  const place = fields.divisionCode ?? by.actor.scope
  if (!isWithinScope(place, by.actor.scope)) throw new RangeError(`${place} is not in the area of ${by.actor.name}`)
  application.divisionCode = place
  office.archive.save(application, 'application', 'createDraft', act)
}

export function submit(history: CaseHistory, by: By): void {
  history.take('submit', by, {}, () => {
    const { application } = history
    application.submittedOn = by.on
    application.separatelyRegistered ||= application.staffRelative === true
    return { input: { duplicates: { inPay: false, inOpenCase: false } } }
  })
}

export function requestCorrection(history: CaseHistory, by: By, input: Omit<ActionInputs['requestCorrection'], 'version'>): void {
  history.take('requestCorrection', by, input, () => {
    history.application.correctBy = input.answerBy
  })
}

export const completeCorrection = (history: CaseHistory, by: By, remark: string): void => history.take('completeCorrection', by, { remark })

export function accept(history: CaseHistory, by: By): void {
  history.take('accept', by, { remark: '' }, () => {
    history.application.acceptedOn = by.on
    history.application.delegated = bookOn(by.on).flag(PARAMETER.confirmationDelegated)
  })
}

export function notAccept(history: CaseHistory, by: By, reason: string): void {
  history.take('notAccept', by, { reason }, (act) => decideAgainst(history, act, { outcome: 'NOT_ACCEPTED', opinion: reason, ground: null }, false))
}

type Sheet = Omit<HouseholdInput, 'version'>

/** Members whose number was typed; the applicant's was known from the window. */
function memberRows(history: CaseHistory, { members, divisionCode }: Sheet, householdId: string): HouseholdMember[] {
  const { documentType, documentNumberSealed, documentMasked, documentLookup, personKey } = history.application
  return members.map(({ document, ...facts }, position) => {
    const sealed = document ? sealDocument(history.office.ciphers, document) : { documentType, documentNumberSealed, documentMasked, documentLookup, personKey }
    const { id, name, relation, birthDate } = facts
    return Object.assign(new HouseholdMember(), { householdId, id, divisionCode, position, name, relation, birthDate, ...sealed, facts })
  })
}

export function fillHousehold(history: CaseHistory, by: By, sheet: Sheet): void {
  const { application, office } = history
  history.change('fillHousehold', by, (act) => {
    const household = history.household ?? Object.assign(new Household(), { id: office.archive.id(act.at), number: office.archive.number('SAH', by.on) })
    const rows = memberRows(history, sheet, household.id)
    const head = rows.find(({ relation }) => relation === '0')
    const relatives = sheet.members.flatMap(({ staffRelative }) => staffRelative ?? [])
    const { divisionCode, hukouDivisionCode, residence, address, account } = sheet
    Object.assign(household, {
      divisionCode, hukouDivisionCode, residence, address, memberCount: rows.length, separatelyRegistered: relatives.length > 0, applicantName: head?.name ?? '', documentMasked: head?.documentMasked ?? '',
      phoneSealed: application.phoneSealed ?? '', phoneMasked: application.phoneMasked ?? '',
    })
    if (account) Object.assign(household, { bank: account.bank, accountNumberSealed: office.ciphers.encrypt(account.number), accountLastFour: account.number.slice(-4), accountHolder: account.holder })
    history.saveHousehold(household, act, rows)
    Object.assign(application, { householdId: household.id, hukouDivisionCode, residence, address, memberCount: rows.length, relatedAccountIds: [...new Set(relatives.flatMap(({ accountId }) => accountId ?? []))] })
    application.separatelyRegistered = relatives.length > 0 || application.staffRelative === true
  })
}

export function chooseSingle(history: CaseHistory, by: By, singleMemberId: string): void {
  history.change('chooseEntry', by, () => {
    Object.assign(history.application, { entry: 'SINGLE', singleMemberId })
  })
}

export function fillFinances(history: CaseHistory, by: By, finances: NonNullable<CaseHistory['finances']>): void {
  history.change('fillFinances', by, () => {
    history.finances = finances
    return { incomes: finances.incomes.length, deductions: finances.deductions.length, properties: finances.properties.length }
  })
}

export function startInvestigation(history: CaseHistory, by: By): void {
  history.take('startInvestigation', by, {}, (act) => history.beginCheck(act, calendar.due(by.on, period('subsistence.term.means-check-start', by.on))))
}

export function enterAnswers(history: CaseHistory, by: By, answers: readonly CheckAnswer[]): void {
  history.onCheck('enterAnswers', by, (check) => {
    for (const answer of answers) {
      const row = { ...answer, meansCheckId: check.id, divisionCode: check.divisionCode, way: 'BY_HAND', enteredBy: by.actor.name }
      history.answers.set(`${answer.memberId} ${answer.source}`, Object.assign(new MeansCheckAnswer(), row))
    }
    check.dueOn = null
    return { input: { answers } }
  })
}

export function concludeCheck(history: CaseHistory, by: By, passed: boolean, conclusion: string): void {
  history.onCheck(passed ? 'concludePassed' : 'concludeNotPassed', by, (check) => {
    const memberIds = history.members.map(({ id }) => id)
    if (passed && missingAnswers(memberIds, [...history.answers.values()]).length > 0) throw new RangeError('a check passes with all answers only')
    check.conclude(by.on, conclusion)
    return { opinion: conclusion }
  })
}

export function tellResult(history: CaseHistory, by: By, remark: string): void {
  history.onCheck('tellResult', by, (check) => {
    check.toldOn = by.on
    return { opinion: remark, input: { toldOn: by.on } }
  })
}

export function requestRecheck(history: CaseHistory, by: By, reason: string): void {
  history.onCheck('requestRecheck', by, (check) => {
    check.ask(by.on, reason, calendar.due(by.on, period('subsistence.term.means-check-start', by.on)))
    return { opinion: reason }
  })
}

export function investigate(history: CaseHistory, by: By, survey: ActionInputs['investigate']['survey']): void {
  history.take('investigate', by, { survey }, (act) => {
    const { id: applicationId, divisionCode } = history.application
    const last = history.surveys.at(-1)
    const found = { record: survey, investigatorId: by.actor.id, investigator: by.actor.name }
    if (last && last.countersignedOn === null) Object.assign(last, found)
    else history.surveys.push(Object.assign(new Survey(), { id: history.office.archive.id(act.at), applicationId, divisionCode, round: (last?.round ?? 0) + 1, ...found }))
  })
}

export function countersign(history: CaseHistory, by: By): void {
  history.take('countersign', by, { agrees: true, remark: '' }, () => {
    Object.assign(history.surveys.at(-1) ?? {}, { countersignedBy: by.actor.name, countersignedOn: by.on })
  })
}

/** Notes with each member whether the rules count it. */
function markCounted(history: CaseHistory, on: string): void {
  for (const { memberId, counted, countedBecause } of history.assessment(on)?.perMember ?? []) Object.assign(history.members.find(({ id }) => id === memberId) ?? {}, { counted, countedBecause })
}

/** The first opinion as the rules have it that day. */
export function giveOpinion(history: CaseHistory, by: By, opinion: string): void {
  const assessment = history.assessment(by.on)
  if (!assessment) throw new RangeError('nothing to give an opinion on')
  const recommend = assessment.result === 'pass'
  const amountFen = assessment.amountFen
  history.take('giveOpinion', by, { recommend, opinion, amountFen }, () => {
    requireAgreement({ recommend, amountFen }, assessment)
    history.application.recommend(recommend, amountFen)
    markCounted(history, by.on)
    return { trace: assessment.trace }
  })
}

const places = new Map<string, string>()
function communityName(code: string, on: string): string {
  const known = places.get(code) ?? addressOf(code, on).replace(/^西山区.*?街道/, '')
  places.set(code, known)
  return known
}

export function signOpinion(history: CaseHistory, by: By, opinion: string): void {
  history.take('signOpinion', by, { opinion }, (act) => {
    const { application } = history
    const assessment = history.assessment(by.on)
    history.postings.push(
      Object.assign(new Posting(), {
        id: history.office.archive.id(act.at),
        applicationId: application.id,
        divisionCode: application.divisionCode,
        round: history.postings.length + 1,
        applicantName: application.applicantName ?? '',
        memberCount: application.recommended && assessment ? assessment.coveredMembers : (application.memberCount ?? 0),
        recommend: application.recommended ?? false,
        amountFen: application.amountFen ?? 0,
        place: `${communityName(application.divisionCode, by.on)}公示栏`,
        startsOn: by.on,
        endsOn: calendar.due(by.on, period(applicationTerms.posting.parameter, by.on)),
      }),
    )
  })
}

function closePosting({ postings }: CaseHistory, on: string, closedBy: NonNullable<Posting['closedBy']>): void {
  for (const posting of postings) if (posting.closedOn === null) Object.assign(posting, { closedOn: on, closedBy })
}

export function submitUpwards(history: CaseHistory, by: By): void {
  history.take(history.application.delegated ? 'submitToLeader' : 'submitToBureau', by, { remark: '公示期满，无异议' }, () => closePosting(history, by.on, 'OVER'))
}

export function recordObjection(history: CaseHistory, by: By, voice: { objector: string; content: string }): void {
  const { id: applicationId, divisionCode } = history.application
  const named = voice.objector !== ''
  history.take('recordObjection', by, { receivedOn: by.on, way: 'VISIT', content: voice.content, named }, (act) => {
    const { archive, ciphers } = history.office
    history.objections.push(
      Object.assign(new Objection(), {
        id: archive.id(act.at), applicationId, divisionCode, kind: 'OBJECTION', receivedOn: by.on, way: 'VISIT', named, objectorSealed: named ? ciphers.encrypt(voice.objector) : null, content: voice.content, recordedBy: by.actor.name,
      }),
    )
    closePosting(history, by.on, 'OBJECTION')
  })
}

export function recordReport(history: CaseHistory, by: By, content: string): void {
  const { id: applicationId, divisionCode } = history.application
  history.change('recordReport', by, (act) => {
    history.application.reported = true
    history.objections.push(Object.assign(new Objection(), { id: history.office.archive.id(act.at), applicationId, divisionCode, kind: 'REPORT', receivedOn: by.on, way: 'PHONE', named: false, content, recordedBy: by.actor.name }))
  })
}

export function answerObjection(history: CaseHistory, by: By, answer: string): void {
  const objection = history.objections.findLast(({ answeredOn }) => answeredOn === null)
  if (!objection) throw new RangeError('no objection waits for an answer')
  history.change('answerObjection', by, () => {
    Object.assign(objection, { answeredOn: by.on, answer, answeredBy: by.actor.name })
    return { objection: objection.id }
  })
}

/** Ways back to the investigation: what was proposed no longer stands. */
export const investigateAgain = (history: CaseHistory, by: By, action: 'reinvestigate' | 'resumeInvestigation' | 'sendBackSurvey', words: string): void =>
  history.take(action, by, action === 'resumeInvestigation' ? { remark: words } : { reason: words }, () => history.application.withdrawRecommendation())

/** Actions that leave the words of who took them and nothing else. */
export const handOn = (history: CaseHistory, by: By, action: 'discard' | 'audit' | 'sendBackAudit' | 'sign' | 'returnToStreet' | 'resubmit' | 'sendBackOpinion', words: string): void =>
  history.take(action, by, action === 'discard' ? {} : action === 'resubmit' ? { remark: words } : action === 'audit' || action === 'sign' ? { opinion: words } : { reason: words })

export function recordHomeVisit(history: CaseHistory, by: By, visitors: string): void {
  const input = { visitedOn: by.on, visitors, findings: '入户核实，家庭人口、居住和收入情况与申报、街道调查一致。' }
  history.take('recordHomeVisit', by, input, () => {
    history.application.homeVisitedOn = by.on
  })
}

/** Into pay from the next month, by the rules of the day; the amount agreed to is theirs. */
export function confirm(history: CaseHistory, by: By, opinion: string): Grant {
  const assessment = history.assessment(by.on)
  if (!assessment) throw new RangeError('nothing to confirm')
  const grant = grantFrom(assessment, by.on)
  const { application, household, office, finances } = history
  const { householdId, residence } = application
  if (!household || householdId === null || residence === null) throw new RangeError('no household to confirm')
  history.take(application.delegated ? 'confirmAtStreet' : 'confirm', by, { opinion, amountFen: grant.amountFen }, (act) => {
    requireAgreement({ recommend: true, amountFen: grant.amountFen }, assessment)
    const deciding = { actor: by.actor, businessDate: by.on }
    const decision = Object.assign(confirmation(application, { members: history.facts, finances, assessment }, grant, opinion, deciding), { id: office.archive.id(act.at) })
    const paid = { householdId, applicationId: application.id, divisionCode: application.divisionCode, applicantName: application.applicantName ?? '', documentMasked: application.documentMasked ?? '', residence, members: history.members }
    const { benefit, members, amount } = benefitOfGrant(paid, grant, office.archive.number('SAB', by.on), decision.id)
    benefit.id = office.archive.id(act.at)
    history.decision = decision
    history.benefit = benefit
    office.archive.save(benefit, 'benefit', 'grant', act)
    history.paid.push(...members.map((member) => Object.assign(member, { benefitId: benefit.id })))
    history.amounts.push(Object.assign(amount, { benefitId: benefit.id }))
    markCounted(history, by.on)
    application.decidedOn = by.on
    application.amountFen = grant.amountFen
    return { trace: grant.trace }
  })
  return grant
}

type Against = Parameters<typeof adverseDecision>[1]

function decideAgainst(history: CaseHistory, act: Act, against: Against, withGrounds: boolean): void {
  const grounds = withGrounds ? { members: history.facts, finances: history.finances, assessment: history.assessment(act.on) } : undefined
  const decision = adverseDecision(history.application, against, { actor: act.actor, businessDate: act.on }, bookOn(act.on), grounds)
  history.decision = Object.assign(decision, { id: history.office.archive.id(act.at) })
  history.application.decidedOn = act.on
}

export function refuse(history: CaseHistory, by: By, ground: ActionInputs['refuse']['ground'], reason: string): void {
  history.take(history.application.delegated ? 'refuseAtStreet' : 'refuse', by, { ground, reason }, (act) => {
    const trace = history.assessment(by.on)?.trace
    decideAgainst(history, act, { outcome: 'REFUSED', opinion: reason, ground }, true)
    history.application.amountFen = 0
    return trace ? { trace } : {}
  })
}

export function withdraw(history: CaseHistory, by: By, reason: string): void {
  history.take('withdraw', by, { requestedOn: by.on, reason }, () => {
    closePosting(history, by.on, 'WITHDRAWN')
    history.application.decidedOn = by.on
  })
}

export function terminate(history: CaseHistory, by: By, reason: string): void {
  history.take('terminate', by, { reason, notifiedOn: by.on }, (act) => {
    decideAgainst(history, act, { outcome: 'TERMINATED', opinion: reason, ground: null }, false)
    closePosting(history, by.on, 'TERMINATED')
  })
}

export function stopClock(history: CaseHistory, by: By, reason: string, explanation: string): void {
  history.change('suspendClock', by, () => {
    history.application.stopClock(by.on, reason, { calendar, book: bookOn(by.on) })
    return { reason, explanation }
  })
}

export function extendTerm(history: CaseHistory, by: By, reason: string, explanation: string): void {
  history.change('extendTerm', by, () => {
    history.application.extendFor(reason, { calendar, book: bookOn(by.on) })
    return { reason, explanation }
  })
}

export function deliver(history: CaseHistory, by: By, paper: Delivery['paper']): void {
  const { application, office } = history
  history.change('recordDelivery', by, (act) => {
    const delivery = { id: office.archive.id(act.at), applicationId: application.id, divisionCode: application.divisionCode, paper, deliveredOn: by.on, way: 'IN_PERSON', receivedBy: application.applicantName ?? '', recordedBy: by.actor.name }
    history.deliveries.push(Object.assign(new Delivery(), delivery))
    if (paper === 'REFUSAL_NOTICE') application.run(application.terms.map((term) => (term.name === 'refusalNotice' && term.endedOn === null ? { ...term, endedOn: by.on } : term)), { calendar })
    return { paper, deliveredOn: by.on }
  })
}

/** The month whose income is the last to be looked at when an application is made. */
export const lookBackOf = (on: string): string => monthOf(addMonths(on, -1))

/** The day after a posting's last. */
export const dayAfterPosting = ({ postings }: CaseHistory): string => addDays(postings.at(-1)?.endsOn ?? '', 1)

