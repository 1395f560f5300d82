import { calendar } from '@xishan/service-kit'
import { missingAnswers, type CheckAnswer } from '@xishan/social-assistance-contract'
import { MeansCheckAnswer } from '@xishan/social-assistance-service'
import type { CaseHistory } from '../case-history'
import { period, type By } from './by'

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
