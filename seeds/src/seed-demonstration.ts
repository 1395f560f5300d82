import { loadDemonstrationAccounts } from '@xishan/identity-service'
import { loadPlan } from '@xishan/portal-service'
import { serviceActor, UnitOfWork } from '@xishan/service-kit'
import { demonstrationAccounts } from './accounts'
import { seedFuneralManagement } from './demonstration/seed-funeral-management'
import { seedSocialAssistance } from './demonstration/seed-social-assistance'
import { planOpenPoints, planProjects } from './plan'
import type { SeedContext } from './seed-context'

async function seedIdentity({ service, progress }: SeedContext): Promise<void> {
  progress('帐号 (accounts)')
  await loadDemonstrationAccounts(service('identity').get(UnitOfWork), demonstrationAccounts)
}

async function seedPortal({ service, progress }: SeedContext): Promise<void> {
  progress('规划 (plan)')
  await service('portal').get(UnitOfWork).perform(serviceActor('portal'), (work) => loadPlan(work, { projects: planProjects.projects, points: planOpenPoints.points }))
}

/** Fills a new demonstration, line by line. Runs once, in an empty house; interrupted, it runs again in an emptied one. */
export async function seedDemonstration(context: SeedContext): Promise<void> {
  await seedIdentity(context)
  await seedPortal(context)
  await seedSocialAssistance({ ...context, service: context.service('social-assistance'), migratorUrl: context.migratorUrl('social-assistance') })
  await seedFuneralManagement({ ...context, service: context.service('funeral-management'), migratorUrl: context.migratorUrl('funeral-management') })
}
