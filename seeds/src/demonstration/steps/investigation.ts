import type { ActionInputs } from '@xishan/social-assistance-contract'
import { Survey } from '@xishan/social-assistance-service'
import type { CaseHistory } from '../case-history'
import type { By } from './by'

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

/** Ways back to the investigation: what was proposed no longer stands. */
export const investigateAgain = (history: CaseHistory, by: By, action: 'reinvestigate' | 'resumeInvestigation' | 'sendBackSurvey', words: string): void =>
  history.take(action, by, action === 'resumeInvestigation' ? { remark: words } : { reason: words }, () => history.application.withdrawRecommendation())
