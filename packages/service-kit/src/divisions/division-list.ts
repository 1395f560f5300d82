import { Division } from '@xishan/domain'
import { z } from 'zod'

/** A district's divisions as data, with where they come from. */
export const DivisionList = z.object({
  source: z.string(),
  note: z.string(),
  /** How many communities the plan counts, and how they were picked. */
  planDenominator: z.object({ communities: z.int(), sourceMark: z.literal('assumption'), note: z.string() }),
  divisions: z.array(Division),
})
