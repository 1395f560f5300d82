import type { Actor, LineTask } from '@xishan/domain'
import type { PlaceNames } from '../divisions/division-names'
import type { Conditions, Statement } from '../lists/conditions'
import type { CaseDates } from './case-light'

/** Injection token of the line's kinds of work (`readonly TaskList[]`). */
export const TASK_LISTS = Symbol('kinds of work that wait')

/** A waiting case as the statements read it; `total` counts all that wait, past the statement's limit. */
export interface Waiting extends CaseDates {
  id: string
  number: string
  name: string
  members: number | null
  divisionCode: string
  state: string
  since: string | null
  total: number
}

/** One kind of work that may wait for somebody. */
export interface TaskList {
  /** Null when the role never has such work. */
  statement(actor: Actor): Statement | null
  task(row: Waiting, names: PlaceNames, today: string): LineTask
}

/** How many of a kind are listed; the rest is only counted. */
const MOST = 100

/** A statement over waiting cases, soonest due first. `columns` are those of {@link Waiting} but `total`. */
export const waitingStatement = (columns: string, from: string, conditions: Conditions, dueOn: string, number: string): Statement => ({
  sql: `select ${columns}, count(*) over ()::int as total from ${from} where ${conditions} order by ${dueOn}, ${number} limit ${MOST}`,
  parameters: conditions.parameters,
})
