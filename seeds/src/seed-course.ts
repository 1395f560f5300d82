import { FindIndicators } from '@xishan/funeral-management-service'
import { FindCoverage } from '@xishan/social-assistance-service'
import { serviceActor, UnitOfWork } from '@xishan/service-kit'
import type { SeedContext } from './seed-context'

const PORTAL = serviceActor('portal')
/** The ends of the quarters since the plan began. */
const QUARTERS = [2021, 2022, 2023, 2024, 2025].flatMap((year) => ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`)).filter((day) => day < '2025-09-30')

const KEEP = `
  insert into indicator_snapshot (indicator, as_of, cut_off, division_code, value, components, complete, note, line, collected_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

/** The numbers of past quarters as the lines answer for them now, so that an indicator has a course from the beginning. */
export async function seedCourse({ service, progress }: SeedContext): Promise<void> {
  progress('规划：各季度指标数值 (course of the indicators)')
  const [assistance, funerals] = [service('social-assistance').get(FindCoverage), service('funeral-management').get(FindIndicators)]
  await service('portal')
    .get(UnitOfWork)
    .perform(PORTAL, async (work) => {
      for (const day of QUARTERS)
        for (const { indicators } of [await assistance.indicators(PORTAL, day), await funerals.all(PORTAL, day)])
          for (const { number, asOf, cutOff, value, components, complete, note, sourceLine } of indicators)
            if (value !== null) await work.query(KEEP, [number, asOf, cutOff, PORTAL.scope, value, JSON.stringify(components), complete, note, sourceLine, work.now])
    })
}
