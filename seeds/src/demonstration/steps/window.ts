import { isWithinScope } from '@xishan/domain'
import { PARAMETER, applicationLifecycle, type ActionInputs, type DraftInput } from '@xishan/social-assistance-contract'
import type { CaseHistory } from '../case-history'
import { bookOn } from '../demonstration-parameters'
import type { By } from './by'
import { decideAgainst } from './decision'

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
