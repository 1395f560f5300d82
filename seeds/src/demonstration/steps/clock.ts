import { calendar } from '@xishan/service-kit'
import type { CaseHistory } from '../case-history'
import { bookOn } from '../demonstration-parameters'
import type { By } from './by'

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
