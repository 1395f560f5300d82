import { applicationLifecycle, type ApplicationAction } from '@xishan/social-assistance-contract'
import { barActions, missingPapers } from '@xishan/web-kit/pages/cases'
import { describe, expect, it } from 'vitest'
import { aCase, attached } from '../testing/a-case'
import { applicationDesk } from '../application-desk'
import { dialogOf, isApplicationAction } from './action-dialogs'
import { wordsActions } from './words-actions'

const NAMES = Object.keys(applicationLifecycle.actions).filter(isApplicationAction)
const waiting = (action: ApplicationAction) => ({ action, label: applicationLifecycle.actions[action].label, adverse: false, blockedBy: '还缺少材料' })

describe('the bar of a case', () => {
  it('lets an action be opened whose dialog takes the missing papers', () => {
    expect(barActions(applicationDesk, aCase({ actions: [waiting('startInvestigation')] }))).toEqual([{ action: 'startInvestigation', blockedBy: null }])
  })
  it('keeps an action blocked that waits for more than papers', () => {
    const attachments = [attached('CHECK_AUTHORISATION', 1), attached('COMMITMENT', 2)]
    expect(barActions(applicationDesk, aCase({ actions: [waiting('startInvestigation')], attachments }))).toEqual([{ action: 'startInvestigation', blockedBy: '还缺少材料' }])
    expect(barActions(applicationDesk, aCase({ actions: [waiting('giveOpinion')] }))).toEqual([{ action: 'giveOpinion', blockedBy: '还缺少材料' }])
  })
  it('keeps a posting blocked, whose photograph is taken in the community', () => {
    expect(barActions(applicationDesk, aCase({ actions: [waiting('submitToBureau')] }))).toEqual([{ action: 'submitToBureau', blockedBy: '还缺少材料' }])
  })
})

it('asks only for the papers that are not there', () => {
  expect(missingPapers(applicationDesk, 'startInvestigation', aCase({ attachments: [attached('COMMITMENT')] }))).toEqual(['CHECK_AUTHORISATION'])
})

it.each(NAMES)('%s has a dialog that asks for what its input demands', (action) => {
  const asked = Object.keys(applicationLifecycle.actions[action].input.shape).filter((field) => field !== 'version')
  const hasWordsOnly = Object.hasOwn(wordsActions, action)
  expect(dialogOf(action)).toBeDefined()
  expect(hasWordsOnly).toBe(asked.length === 1 && ['remark', 'reason', 'opinion'].includes(asked[0] ?? ''))
})
