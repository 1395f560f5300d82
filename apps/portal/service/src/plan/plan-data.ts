import { z } from 'zod'

/** A key project with the plan's own figures, in 万元. A blank cell stays null; what table and text say differently stands in both. */
export const PlanProject = z.object({
  position: z.int().min(1),
  category: z.string(),
  nameInTable: z.string(),
  nameInText: z.string(),
  /** The table's column 项目数量（个/年）. */
  countPerYear: z.int(),
  unitBudget: z.number(),
  yearlyBudget: z.number().nullable(),
  fiveYearBudget: z.number(),
  /** Projects a year as the text has them; null where it names none. */
  countPerYearInText: z.int().nullable(),
  funding: z.string(),
  discrepancy: z.string(),
  /** The paragraph of the plan. */
  wording: z.string(),
})
export type PlanProject = z.infer<typeof PlanProject>

/** The plan’s key projects as data. */
export const ProjectTable = z.object({ unitOfMoney: z.literal('万元'), source: z.string(), fiveYearTotal: z.number(), projects: z.array(PlanProject) })

/** A point the plan leaves open (口径待明确事项), with the readings to choose from; some replace an indicator's target. */
export const PlanOpenPoint = z.object({
  position: z.int().min(1),
  title: z.string(),
  wording: z.string(),
  place: z.string(),
  assumption: z.string(),
  indicators: z.array(z.int().min(1).max(19)),
  projects: z.array(z.int().min(1).max(9)),
  options: z.array(
    z.object({ key: z.string(), label: z.string(), effect: z.object({ indicator: z.int(), target: z.number() }).nullable() }),
  ),
})
export type PlanOpenPoint = z.infer<typeof PlanOpenPoint>

/** The points that the plan leaves open, as data. */
export const OpenPointList = z.object({ source: z.string(), points: z.array(PlanOpenPoint) })
