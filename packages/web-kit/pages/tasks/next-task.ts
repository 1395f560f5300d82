import type { LineTask } from '@xishan/domain'

/** The task after the one at this address, beginning anew at the end; nothing when no other waits. */
export function nextTask(tasks: readonly LineTask[], path: string): LineTask | undefined {
  const at = tasks.findIndex((task) => task.path === path)
  const ordered = [...tasks.slice(at + 1), ...tasks.slice(0, Math.max(at, 0))]
  return ordered.find((task) => task.path !== path)
}
