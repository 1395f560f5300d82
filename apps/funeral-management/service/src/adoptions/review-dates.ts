import { addDays, type WorkingDayCalendar } from '@xishan/domain'

export interface ReviewTerms {
  reviewDays: number
  noticeDays: number
  /** Share of the review from which the light is yellow, in percent. */
  warnAt: number
}

export interface ReviewDates {
  warnOn: string
  dueOn: string
  /** Last day of the public notice. */
  noticeUntil: string | null
}

/** The registrar's review: 30 days from the day after, the days of the public notice not counted (《中国公民收养子女登记办法》). */
export function reviewDates(calendar: WorkingDayCalendar, acceptedOn: string, noticeOn: string | null, { reviewDays, noticeDays, warnAt }: ReviewTerms): ReviewDates {
  const noticeUntil = noticeOn === null ? null : addDays(noticeOn, noticeDays)
  const isNotice = (day: string): boolean => noticeOn !== null && noticeUntil !== null && day > noticeOn && day <= noticeUntil
  const nth = (count: number): string => {
    let day = acceptedOn
    for (let left = count; left > 0; ) {
      day = addDays(day, 1)
      if (!isNotice(day)) left -= 1
    }
    return day
  }
  return { warnOn: nth(Math.ceil((reviewDays * warnAt) / 100)), dueOn: calendar.onOrAfter(nth(reviewDays)), noticeUntil }
}
