import { addDays } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'

/** The last working day on or before a date. */
export function onOrBefore(date: string): string {
  let found = date
  while (!calendar.isWorkday(found)) found = addDays(found, -1)
  return found
}

/** The working day `count` working days before a date. */
export function workingDaysBefore(date: string, count: number): string {
  let found = onOrBefore(date)
  for (let left = count; left > 0; left--) found = onOrBefore(addDays(found, -1))
  return found
}
