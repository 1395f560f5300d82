import { seedFuneralManagement } from './demonstration/seed-funeral-management'
import { seedSocialAssistance } from './demonstration/seed-social-assistance'
import type { SeedContext } from './seed-context'
import { seedIdentity, seedPortal } from './seed-frame'

/** Fills a new demonstration, line by line. Runs once, in an empty house; interrupted, it runs again in an emptied one. */
export async function seedDemonstration(context: SeedContext): Promise<void> {
  await seedIdentity(context)
  await seedPortal(context)
  await seedSocialAssistance({ ...context, service: context.service('social-assistance'), migratorUrl: context.migratorUrl('social-assistance') })
  await seedFuneralManagement({ ...context, service: context.service('funeral-management'), migratorUrl: context.migratorUrl('funeral-management') }, { payees: [], namesakes: [] })
}
