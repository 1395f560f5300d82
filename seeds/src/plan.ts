import { IndicatorAttribute } from '@xishan/domain'
import { OpenPointList, ProjectTable } from '@xishan/portal-service'
import { z } from 'zod'
import indicatorTable from '../plan/indicators.json' with { type: 'json' }
import openPointList from '../plan/open-points.json' with { type: 'json' }
import projectTable from '../plan/projects.json' with { type: 'json' }

/** The plan's table of main indicators, word for word; what is built on it stands in the domain's catalogue. */
const IndicatorTable = z.object({
  plan: z.string(),
  baseYear: z.int(),
  targetYear: z.int(),
  source: z.string(),
  indicators: z.array(
    z.object({
      number: z.int(),
      category: z.string(),
      name: z.string(),
      unit: z.string(),
      base: z.number(),
      target: z.number(),
      attribute: IndicatorAttribute,
    }),
  ),
})

export const planIndicators = IndicatorTable.parse(indicatorTable)
export const planProjects = ProjectTable.parse(projectTable)
export const planOpenPoints = OpenPointList.parse(openPointList)
