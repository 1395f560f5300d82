import type { Project } from '@xishan/portal-contract'

const AMOUNT = new Intl.NumberFormat('zh-CN')

/** An amount of the plan's table in 万元; a blank cell is named as one. */
export const amount = (value: number | null): string => (value === null ? '—' : AMOUNT.format(value))

export interface ProjectGroup {
  category: string
  projects: Project[]
}

/** The projects under the plan's four classes, in its order. */
export function byClass(projects: readonly Project[]): ProjectGroup[] {
  const groups = new Map<string, Project[]>()
  for (const project of projects) groups.set(project.category, [...(groups.get(project.category) ?? []), project])
  return [...groups].map(([category, found]) => ({ category, projects: found }))
}
