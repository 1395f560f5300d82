import type { LineTask } from '@xishan/domain'

export interface TaskGroup {
  state: string
  count: number
}

/** The stages that tasks stand in, in the order in which they first appear: the most urgent stage first. */
export function taskGroups(tasks: readonly LineTask[]): TaskGroup[] {
  const counts = new Map<string, number>()
  for (const { state } of tasks) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].map(([state, count]) => ({ state, count }))
}

export const countOf = (tasks: readonly LineTask[], light: LineTask['light']): number => tasks.filter((task) => task.light === light).length
