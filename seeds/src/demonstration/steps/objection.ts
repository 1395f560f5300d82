import { Objection } from '@xishan/social-assistance-service'
import type { CaseHistory } from '../case-history'
import type { By } from './by'
import { closePosting } from './opinion'

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
