import type { SeedContext } from '../seed-context'
import { Post } from './post'
import { seedFuneralManagement } from './seed-funeral-management'
import { seedHouseholds, seedMonthsOfPay } from './seed-social-assistance'

type Line = 'social-assistance' | 'funeral-management'
export interface LinesContext extends Omit<SeedContext, 'service' | 'migratorUrl'> {
  service(line: Line): ReturnType<SeedContext['service']>
  migratorUrl(line: Line): string
}

/** The lines whose histories meet: households first, then who of them died, then the months in which they were paid. */
export async function seedLines(context: LinesContext): Promise<void> {
  const assistance = { ...context, service: context.service('social-assistance'), migratorUrl: context.migratorUrl('social-assistance') }
  const funerals = { ...context, service: context.service('funeral-management'), migratorUrl: context.migratorUrl('funeral-management') }
  const settled = await seedHouseholds(assistance)
  await seedFuneralManagement(funerals, { payees: settled.mortals, namesakes: settled.namesakes })
  const post = await Post.open(funerals.migratorUrl, settled.mortals.map(({ deathId }) => deathId))
  try {
    await seedMonthsOfPay(assistance, settled, post)
  } finally {
    await post.close()
  }
}
