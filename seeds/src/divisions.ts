import { Division, DivisionTree } from '@xishan/domain'
import { z } from 'zod'
import listed from '../divisions/530112.json' with { type: 'json' }

const DivisionList = z.object({
  source: z.string(),
  note: z.string(),
  /** How many communities the plan counts, and how they were picked. */
  planDenominator: z.object({ communities: z.int(), sourceMark: z.literal('assumption'), note: z.string() }),
  divisions: z.array(Division),
})

/** The district, its 11 street-level units and 126 communities. */
export const divisionList = DivisionList.parse(listed)
export const divisions: readonly Division[] = divisionList.divisions

export const divisionsOn = (date: string): DivisionTree => new DivisionTree(divisions, date)
