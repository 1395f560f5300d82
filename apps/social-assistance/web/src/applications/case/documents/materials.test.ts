import { expect, test } from 'vitest'
import { aCase, attached } from '../testing/a-case'
import { shownKinds } from '@xishan/web-kit/pages/cases'
import { applicationDesk } from '../application-desk'

const offered = (...actions: string[]) => actions.map((action) => ({ action, label: action, adverse: false, blockedBy: null }))

test('shows what is there and what the next steps ask for, in one order', () => {
  const application = aCase({ attachments: [attached('OTHER'), attached('APPLICATION_FORM', 2)], actions: offered('startInvestigation', 'withdraw') })
  expect(shownKinds(applicationDesk, application)).toEqual(['APPLICATION_FORM', 'COMMITMENT', 'CHECK_AUTHORISATION', 'OTHER'])
})

test('shows a request to withdraw once there is one', () => {
  expect(shownKinds(applicationDesk, aCase({ attachments: [attached('WITHDRAWAL_REQUEST')], actions: offered('withdraw') }))).toEqual(['WITHDRAWAL_REQUEST'])
})
