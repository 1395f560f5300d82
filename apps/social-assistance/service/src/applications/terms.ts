import {
  PeriodUnit, Suspension, addDays, changePeriod, isSuspended, resumeDeadline, startDeadline, suspendDeadline, type Deadline, type ParameterBook, type Period, type WorkingDayCalendar,
} from '@xishan/domain'
import { PARAMETER, applicationTerms, termsRunningIn, wholeTermParameter, type TermName } from '@xishan/social-assistance-contract'

/** A term of a case. A term that runs again after an objection or a return stands here twice. */
export interface RunningTerm {
  name: TermName
  deadline: Deadline
  /** Null while it runs. */
  endedOn: string | null
}

export interface Procedure {
  delegated: boolean
  extended: boolean
}

export interface TermRules {
  calendar: WorkingDayCalendar
  book: ParameterBook
}

/** The posted sheet hangs on while the clock stands still, and a refusal is due whatever happens. */
const NEVER_PAUSED: readonly TermName[] = ['posting', 'refusalNotice']

/** The length of a term as its parameter has it. @throws RangeError when the parameter is no period */
export function periodOf(book: ParameterBook, key: string): Period {
  const unit = PeriodUnit.safeParse(book.version(key).unit)
  if (!unit.success) throw new RangeError(`parameter ${key} is not a period`)
  return { count: book.number(key), unit: unit.data }
}

const keyOf = (name: TermName, procedure: Procedure): string => (name === 'whole' ? wholeTermParameter(procedure) : applicationTerms[name].parameter)

const standing = (terms: readonly RunningTerm[]): Suspension | undefined =>
  terms.find(({ endedOn, deadline }) => endedOn === null && isSuspended(deadline))?.deadline.suspensions.at(-1)

function begin(name: TermName, on: string, procedure: Procedure, { calendar, book }: TermRules, pause: Suspension | undefined): RunningTerm {
  const deadline = startDeadline(calendar, on, periodOf(book, keyOf(name, procedure)), book.number(PARAMETER.warnAt))
  return { name, deadline: pause && !NEVER_PAUSED.includes(name) ? suspendDeadline(deadline, on, pause.reason) : deadline, endedOn: null }
}

/** The terms after a case entered `state` on a day: those that do not run there end, those that do begin. */
export function enterState(terms: readonly RunningTerm[], state: string, on: string, procedure: Procedure, rules: TermRules): RunningTerm[] {
  const running = termsRunningIn(state)
  const kept = terms.map((term) => (term.endedOn === null && !running.includes(term.name) ? { ...term, endedOn: on } : term))
  const begun = running.filter((name) => !kept.some((term) => term.name === name && term.endedOn === null))
  return [...kept, ...begun.map((name) => begin(name, on, procedure, rules, standing(kept)))]
}

const running = (terms: readonly RunningTerm[], change: (term: RunningTerm) => Deadline): RunningTerm[] =>
  terms.map((term) => (term.endedOn === null && !NEVER_PAUSED.includes(term.name) ? { ...term, deadline: change(term) } : term))

export const suspend = (terms: readonly RunningTerm[], on: string, reason: string): RunningTerm[] => running(terms, ({ deadline }) => suspendDeadline(deadline, on, reason))

export const resume = (terms: readonly RunningTerm[], on: string, { calendar }: TermRules): RunningTerm[] =>
  running(terms, ({ deadline }) => resumeDeadline(calendar, deadline, on))

/** The whole procedure takes longer for a reason of 57号 §22. */
export const extend = (terms: readonly RunningTerm[], { calendar, book }: TermRules): RunningTerm[] =>
  running(terms, ({ name, deadline }) => (name === 'whole' ? changePeriod(calendar, deadline, periodOf(book, wholeTermParameter({ delegated: false, extended: true }))) : deadline))

export const endTerm = (terms: readonly RunningTerm[], name: TermName, on: string): RunningTerm[] =>
  terms.map((term) => (term.name === name && term.endedOn === null ? { ...term, endedOn: on } : term))

export const suspendedSince = (terms: readonly RunningTerm[]): string | null => standing(terms)?.from ?? null

export const isRunning = (terms: readonly RunningTerm[], name: TermName): boolean => terms.some((term) => term.name === name && term.endedOn === null)

/** By when something must be done, and from when the light is yellow. A posting cannot be closed before the day after its last. */
function dates({ name, deadline }: RunningTerm, calendar: WorkingDayCalendar): { warnOn: string; dueOn: string } {
  if (name !== 'posting') return deadline
  const closable = addDays(deadline.dueOn, 1)
  return { warnOn: closable, dueOn: calendar.onOrAfter(closable) }
}

const earliest = (days: readonly string[]): string | null => days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null)

/** The nearest dates of all running terms: what lists sort and colour by. */
export function nearestDates(terms: readonly RunningTerm[], calendar: WorkingDayCalendar): { warnOn: string | null; dueOn: string | null } {
  const open = terms.filter(({ endedOn }) => endedOn === null).map((term) => dates(term, calendar))
  return { warnOn: earliest(open.map(({ warnOn }) => warnOn)), dueOn: earliest(open.map(({ dueOn }) => dueOn)) }
}
