import { isDeepStrictEqual } from 'node:util'
import { newId, type AuditedEntity, type Work } from '@xishan/service-kit'
import { OpenPoint } from '../open-points/open-point.entity'
import { Project } from '../projects/project.entity'

type Own<E extends AuditedEntity> = Omit<E, keyof AuditedEntity>
export type PlannedProject = Own<Project>
export type PlannedOpenPoint = Omit<Own<OpenPoint>, 'option'>

/** The plan's own projects and the points it leaves open, as seeds/plan has them. */
export interface PlanData {
  projects: readonly PlannedProject[]
  points: readonly PlannedOpenPoint[]
}

/**
 * Brings the plan's data into the portal, in a work of a service actor of the district. Repeated, it only corrects what the
 * data now says differently; rulings stay.
 */
export async function loadPlan(work: Work, { projects, points }: PlanData): Promise<void> {
  const storedProjects = await work.find(Project, {})
  const storedPoints = await work.find(OpenPoint, {})
  await bring(work, storedProjects, projects, () => new Project(), '规划重点项目')
  await bring(work, storedPoints, points, () => new OpenPoint(), '口径待明确事项')
}

async function bring<E extends AuditedEntity & { position: number }>(work: Work, stored: readonly E[], planned: readonly { position: number }[], blank: () => E, note: string): Promise<void> {
  const added: E[] = []
  for (const wanted of planned) {
    const row = stored.find(({ position }) => position === wanted.position)
    if (!row) added.push(Object.assign(blank(), { id: newId(), divisionCode: work.actor.scope }, wanted))
    else if (differs(row, wanted)) await work.save(Object.assign(row, wanted), 'correct-plan-data')
  }
  await work.saveMany(added, 'load-plan-data', note)
}

const differs = (row: object, wanted: object): boolean => Object.entries(wanted).some(([name, value]) => !isDeepStrictEqual(Reflect.get(row, name), value))
