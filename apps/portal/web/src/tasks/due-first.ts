import type { LineTask } from '@xishan/domain'
import type { Tasks } from '@xishan/portal-contract'

/** Points the plan leaves open are no work of the day: they are counted, not listed among it. */
const isOpenPoint = ({ path }: LineTask): boolean => path.startsWith('/portal/open-points/')

export interface TaskOfLine extends LineTask {
  lineTitle: string
}

/** The tasks of all lines as one list: due soonest first, those without a date last, each line in its own order. */
export function dueFirst({ lines }: Tasks): TaskOfLine[] {
  const all = lines.flatMap(({ title, tasks }) => tasks.filter((task) => !isOpenPoint(task)).map((task) => ({ ...task, lineTitle: title })))
  return all.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

/** All work of the day, with what the lines leave off their lists. */
export const countOf = ({ lines }: Tasks): number => lines.reduce((sum, { total, tasks }) => sum + total - tasks.filter(isOpenPoint).length, 0)

export const overdueOf = (tasks: readonly LineTask[]): number => tasks.filter(({ light }) => light === 'red').length
