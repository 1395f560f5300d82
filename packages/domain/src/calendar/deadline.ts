import { z } from 'zod'
import { IsoDate } from '../contract/shapes'
import { addDays, daysBetween } from './dates'
import { nominalEnd, Period, type WorkingDayCalendar } from './working-days'

/** A pause of the clock (补正, 鉴定, 听证 …): its first day still counts, its last does not. `to` is null while it lasts. */
export const Suspension = z.object({ from: IsoDate, to: IsoDate.nullable(), reason: z.string().min(1, '请填写中止计时的原因') })
export type Suspension = z.infer<typeof Suspension>

/**
 * The clock of a period. `warnOn` and `dueOn` are worked out when it starts and whenever a pause ends, so that a list can sort
 * and colour by plain dates.
 */
export const Deadline = z.object({
  startedOn: IsoDate,
  period: Period,
  /** First day at or past the share of the period from which the light is yellow. */
  warnOn: IsoDate,
  /** Last day; the period ends at midnight after it. */
  dueOn: IsoDate,
  warnAtPercent: z.int().min(1).max(100),
  suspensions: z.array(Suspension),
})
export type Deadline = z.infer<typeof Deadline>

export const Light = z.enum(['green', 'yellow', 'red'])
export type Light = z.infer<typeof Light>
export const LIGHT_LABELS: Record<Light, string> = { green: '正常', yellow: '临期', red: '超期' }

/** @param warnAtPercent share of the period from which the light is yellow; 70 is the parameter's default (specification A5) */
export function startDeadline(calendar: WorkingDayCalendar, startedOn: string, period: Period, warnAtPercent = 70): Deadline {
  return settle(calendar, { startedOn, period, warnAtPercent, suspensions: [] })
}

export const isSuspended = (deadline: Deadline): boolean => deadline.suspensions.some(({ to }) => to === null)

/** Stops the clock. @throws RangeError when it already stands still, or from before an earlier pause or the start */
export function suspendDeadline(deadline: Deadline, from: string, reason: string): Deadline {
  if (isSuspended(deadline)) throw new RangeError('the clock already stands still')
  const earliest = deadline.suspensions.at(-1)?.to ?? deadline.startedOn
  if (from < earliest) throw new RangeError(`a pause cannot begin before ${earliest}`)
  return { ...deadline, suspensions: [...deadline.suspensions, { from, to: null, reason }] }
}

/** Lets the clock go on; `to` is the last day of the pause. @throws RangeError when it does not stand still or `to` is too early */
export function resumeDeadline(calendar: WorkingDayCalendar, deadline: Deadline, to: string): Deadline {
  const open = deadline.suspensions.at(-1)
  if (!open || open.to !== null) throw new RangeError('the clock does not stand still')
  if (to < open.from) throw new RangeError(`a pause cannot end before it began on ${open.from}`)
  return settle(calendar, { ...deadline, suspensions: [...deadline.suspensions.slice(0, -1), { ...open, to }] })
}

/** A longer or shorter period for the same clock, as when a reason of 57号 §22 extends 30 working days to 45. */
export function changePeriod(calendar: WorkingDayCalendar, deadline: Deadline, period: Period): Deadline {
  return settle(calendar, { ...deadline, period })
}

/** Yellow from `warnOn`, red from the day after `dueOn`; while the clock stands still, as on the day it stopped. */
export function light(deadline: Pick<Deadline, 'warnOn' | 'dueOn' | 'suspensions'>, on: string): Light {
  const open = deadline.suspensions.find(({ to }) => to === null)
  const day = open && open.from < on ? open.from : on
  if (day > deadline.dueOn) return 'red'
  return day >= deadline.warnOn ? 'yellow' : 'green'
}

function settle(calendar: WorkingDayCalendar, clock: Omit<Deadline, 'warnOn' | 'dueOn'>): Deadline {
  const { startedOn, period, suspensions, warnAtPercent } = clock
  const inWorkingDays = period.unit === 'working-days'
  const total = inWorkingDays ? period.count : daysBetween(startedOn, nominalEnd(startedOn, period))
  const counts = (date: string) => !isPaused(suspensions, date) && (!inWorkingDays || calendar.isWorkday(date))
  const nth = (count: number) => {
    let date = startedOn
    for (let left = count; left > 0; ) {
      date = addDays(date, 1)
      if (counts(date)) left -= 1
    }
    return date
  }
  const warnOn = nth(Math.ceil((total * warnAtPercent) / 100))
  return { startedOn, period, warnAtPercent, suspensions, warnOn, dueOn: calendar.onOrAfter(nth(total)) }
}

/** A pause that is still open has no effect on dates until it ends. */
const isPaused = (suspensions: readonly Suspension[], date: string): boolean =>
  suspensions.some(({ from, to }) => to !== null && from < date && date <= to)
