import { z } from 'zod'

/** One key project with the plan's own figures, in 万元; a blank cell of the table stays blank. */
export const Project = z.object({
  id: z.uuid(),
  position: z.int(),
  category: z.string(),
  nameInTable: z.string(),
  nameInText: z.string(),
  /** The column “项目数量（个/年）”. */
  countPerYear: z.number(),
  /** Projects a year as the text has them; null where it names none. */
  countPerYearInText: z.number().nullable(),
  unitBudget: z.number(),
  yearlyBudget: z.number().nullable(),
  fiveYearBudget: z.number(),
  funding: z.string(),
  /** The plan's own paragraph (chapter 4). */
  wording: z.string(),
  /** What table and text say differently, and what does not multiply. */
  notes: z.array(z.string()),
})
export type Project = z.infer<typeof Project>

export const Projects = z.object({
  unitOfMoney: z.literal('万元'),
  source: z.string(),
  projects: z.array(Project),
  totals: z.object({
    /** Sum of the table's five-year budgets. */
    fiveYears: z.number(),
    /** Sum of the yearly budgets that recur. */
    recurringPerYear: z.number(),
    oneOff: z.number(),
  }),
})
export type Projects = z.infer<typeof Projects>
