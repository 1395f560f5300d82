import { light, type Light } from '@xishan/domain'
import type { Conditions } from '@xishan/service-kit'

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

/** The same as a condition, for the filter of a list. */
export function hasLight(conditions: Conditions, colour: Light, today: string): void {
  const day = `least(?::date, coalesce(a.suspended_since, ?::date))`
  if (colour === 'red') conditions.and(`a.due_on < ? and a.due_on < ${day}`, today, today, today)
  if (colour === 'yellow') conditions.and(`a.due_on >= ${day} and coalesce(a.warn_on, a.due_on) <= ${day}`, today, today, today, today)
  if (colour === 'green') conditions.and(`coalesce(a.warn_on, a.due_on) > ${day}`, today, today)
}
