import { z } from 'zod'
import { DomainProblem } from '../contract/problem'
import { addDays, addMonths, datesBetween, weekday } from './dates'
import { STATE_COUNCIL_YEARS, type HolidayYear } from './state-council-years'

/** One row of the calendar table. `note` says why a weekday is off or a weekend worked. */
export interface CalendarDay {
  date: string
  isWorkday: boolean
  note: string
}

export const PeriodUnit = z.enum(['working-days', 'days', 'months', 'years'])
export type PeriodUnit = z.infer<typeof PeriodUnit>

/** A statutory or agreed period, as a parameter gives it. */
export const Period = z.object({ count: z.int().min(1), unit: PeriodUnit })
export type Period = z.infer<typeof Period>

/** Every day of the years the State Council's notices cover here. */
export function stateCouncilDays(years: readonly HolidayYear[] = STATE_COUNCIL_YEARS): CalendarDay[] {
  return years.flatMap(({ year, holidays, workedWeekends }) =>
    datesBetween(`${year}-01-01`, `${year}-12-31`).map((date) => {
      const holiday = holidays.find(({ from, to }) => from <= date && date <= to)
      if (holiday) return { date, isWorkday: false, note: holiday.name }
      if (workedWeekends.includes(date)) return { date, isWorkday: true, note: '调休上班' }
      const isWeekend = weekday(date) === 0 || weekday(date) === 6
      return { date, isWorkday: !isWeekend, note: isWeekend ? '周末' : '' }
    }),
  )
}

/**
 * Working days as the table of days has them. A question beyond the years it covers is refused: a guessed holiday would set
 * a wrong statutory date.
 */
export class WorkingDayCalendar {
  private readonly days: ReadonlyMap<string, CalendarDay>
  /** First and last date covered. */
  readonly from: string
  readonly to: string

  /** @param days every day from the first to the last, in any order. @throws RangeError when none is given or one is missing */
  constructor(days: readonly CalendarDay[]) {
    this.days = new Map(days.map((day) => [day.date, day]))
    const dates = [...this.days.keys()].sort()
    const [first, last] = [dates[0], dates.at(-1)]
    if (first === undefined || last === undefined) throw new RangeError('a calendar needs days')
    const missing = datesBetween(first, last).find((date) => !this.days.has(date))
    if (missing !== undefined) throw new RangeError(`the calendar lacks ${missing}`)
    this.from = first
    this.to = last
  }

  /** The calendar of the State Council's notices held here. */
  static stateCouncil(): WorkingDayCalendar {
    return new WorkingDayCalendar(stateCouncilDays())
  }

  get yearsCovered(): number[] {
    const first = Number(this.from.slice(0, 4))
    return Array.from({ length: Number(this.to.slice(0, 4)) - first + 1 }, (_, i) => first + i)
  }

  covers(date: string): boolean {
    return this.days.has(date)
  }

  /** @throws DomainProblem `calendar-not-covered` */
  day(date: string): CalendarDay {
    const day = this.days.get(date)
    if (!day) throw new DomainProblem('calendar-not-covered', { year: date.slice(0, 4), from: this.from, to: this.to })
    return day
  }

  isWorkday(date: string): boolean {
    return this.day(date).isWorkday
  }

  /** The date itself when it is worked, else the next working day (Civil Code §203). */
  onOrAfter(date: string): string {
    let found = date
    while (!this.isWorkday(found)) found = addDays(found, 1)
    return found
  }

  /** The `count`th working day after the date; the day of the event is not counted (Civil Code §201). Zero gives the date itself. */
  addWorkingDays(date: string, count: number): string {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
    let found = date
    for (let left = count; left > 0; ) {
      found = addDays(found, 1)
      if (this.isWorkday(found)) left -= 1
    }
    return found
  }

  /** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
  workingDaysBetween(from: string, to: string): number {
    return datesBetween(addDays(from, 1), to).filter((date) => this.isWorkday(date)).length
  }

  /** The last day of a period that begins with an event on `date`; a period in days, months or years never ends on a day off. */
  due(date: string, { count, unit }: Period): string {
    if (unit === 'working-days') return this.addWorkingDays(date, count)
    return this.onOrAfter(nominalEnd(date, { count, unit }))
  }
}

/** The last day of a period in days, months or years before it is moved off a holiday. */
export function nominalEnd(date: string, { count, unit }: Period): string {
  if (unit === 'working-days') throw new RangeError('a period of working days has no nominal end')
  if (unit === 'days') return addDays(date, count)
  return addMonths(date, unit === 'years' ? count * 12 : count)
}
