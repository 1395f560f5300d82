import { calendar } from '@xishan/service-kit'
import { grantFrom, requireAgreement, type ActionInputs, type Grant } from '@xishan/social-assistance-contract'
import { Delivery, adverseDecision, benefitOfGrant, confirmation } from '@xishan/social-assistance-service'
import type { Act } from '../archive'
import type { CaseHistory } from '../case-history'
import { bookOn } from '../demonstration-parameters'
import type { By } from './by'
import { markCounted, closePosting } from './opinion'

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

export function decideAgainst(history: CaseHistory, act: Act, against: Against, withGrounds: boolean): void {
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

export function deliver(history: CaseHistory, by: By, paper: Delivery['paper']): void {
  const { application, office } = history
  history.change('recordDelivery', by, (act) => {
    const delivery = { id: office.archive.id(act.at), applicationId: application.id, divisionCode: application.divisionCode, paper, deliveredOn: by.on, way: 'IN_PERSON', receivedBy: application.applicantName ?? '', recordedBy: by.actor.name }
    history.deliveries.push(Object.assign(new Delivery(), delivery))
    if (paper === 'REFUSAL_NOTICE') application.run(application.terms.map((term) => (term.name === 'refusalNotice' && term.endedOn === null ? { ...term, endedOn: by.on } : term)), { calendar })
    return { paper, deliveredOn: by.on }
  })
}
