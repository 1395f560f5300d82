import { seedLines } from './demonstration/seed-lines'
import { seedCourse } from './seed-course'
import type { SeedContext } from './seed-context'
import { seedIdentity, seedPortal } from './seed-frame'

/** Fills a new demonstration, line by line. Runs once, in an empty house; interrupted, it runs again in an emptied one. */
export async function seedDemonstration(context: SeedContext): Promise<void> {
  await seedIdentity(context)
  await seedPortal(context)
  await seedLines(context)
  await seedCourse(context)
}
