import { loadDemonstrationAccounts } from '@xishan/identity-service'
import { loadPlan } from '@xishan/portal-service'
import { loadDivisions, loadParameters, serviceActor, UnitOfWork } from '@xishan/service-kit'
import { loadUsualTemplates } from '@xishan/social-assistance-service'
import { demonstrationAccounts } from './accounts'
import { frameFuneralManagement } from './demonstration/seed-funeral-management'
import { divisions } from './divisions'
import { socialAssistanceParameters } from './parameters'
import { planOpenPoints, planProjects } from './plan'
import type { SeedContext } from './seed-context'

export async function seedIdentity({ service, progress }: SeedContext): Promise<void> {
  progress('帐号 (accounts)')
  await loadDemonstrationAccounts(service('identity').get(UnitOfWork), demonstrationAccounts)
}

export async function seedPortal({ service, progress }: SeedContext): Promise<void> {
  progress('规划 (plan)')
  await service('portal').get(UnitOfWork).perform(serviceActor('portal'), (work) => loadPlan(work, { projects: planProjects.projects, points: planOpenPoints.points }))
}

/** What a house begins with before anybody lives in it: accounts, the plan, divisions, parameters, payment templates. */
export async function seedFrame(context: SeedContext): Promise<void> {
  await seedIdentity(context)
  await seedPortal(context)
  context.progress('社会救助：区划和参数 (divisions, parameters)')
  await context.service('social-assistance').get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) => {
    await loadDivisions(work, divisions)
    await loadParameters(work, socialAssistanceParameters)
    await loadUsualTemplates(work)
  })
  await frameFuneralManagement({ ...context, service: context.service('funeral-management') })
}
