import { light, type Light } from '@xishan/domain'
import type { Conditions } from '../lists/conditions'

export interface CaseDates {
  warnOn: string | null
  dueOn: string | null
  suspendedSince: string | null
}

/** The light of the nearest date of a case; none where nothing is due. */
export function caseLight({ warnOn, dueOn, suspendedSince }: CaseDates, today: string): Light | null {
  if (dueOn === null) return null
  return light({ warnOn: warnOn ?? dueOn, dueOn, suspensions: suspendedSince === null ? [] : [{ from: suspendedSince, to: null, reason: '' }] }, today)
}

/** The same as a condition, for the filter of a list of cases with `warn_on`, `due_on` and `suspended_since`. */
export function hasLight(conditions: Conditions, alias: string, colour: Light, today: string): void {
  const [warnOn, dueOn] = [`coalesce(${alias}.warn_on, ${alias}.due_on)`, `${alias}.due_on`]
  const day = `least(?::date, coalesce(${alias}.suspended_since, ?::date))`
  if (colour === 'red') conditions.and(`${dueOn} < ? and ${dueOn} < ${day}`, today, today, today)
  if (colour === 'yellow') conditions.and(`${dueOn} >= ${day} and ${warnOn} <= ${day}`, today, today, today, today)
  if (colour === 'green') conditions.and(`${warnOn} > ${day}`, today, today)
}
