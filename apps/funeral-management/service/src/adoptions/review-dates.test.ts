import { calendar } from '@xishan/service-kit'
import { describe, expect, it } from 'vitest'
import { reviewDates } from './review-dates'

const TERMS = { reviewDays: 30, noticeDays: 60, warnAt: 70 }

describe('the registrar’s review (《中国公民收养子女登记办法》: 30 days from the next day, the 60 days of the notice not counted)', () => {
  it.each<[string, string, string | null, string, string | null]>([
    ['without a notice, the 30th day after', '2025-09-01', null, '2025-10-09', null],
    ['ends on a working day as it is', '2025-09-16', null, '2025-10-16', null],
    ['a notice on the day it was accepted puts it off by all its days', '2025-09-16', '2025-09-16', '2025-12-15', '2025-11-15'],
    ['a notice ten days later as well', '2025-09-16', '2025-09-26', '2025-12-15', '2025-11-25'],
    ['a notice that began before counts only what is left of it', '2025-09-16', '2025-08-16', '2025-11-14', '2025-10-15'],
    ['a notice that was over before changes nothing', '2025-09-16', '2025-07-01', '2025-10-16', '2025-08-30'],
  ])('%s', (_, acceptedOn, noticeOn, dueOn, noticeUntil) => expect(reviewDates(calendar, acceptedOn, noticeOn, TERMS)).toMatchObject({ dueOn, noticeUntil }))
})
