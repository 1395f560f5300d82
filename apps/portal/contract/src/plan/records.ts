import { IndicatorRecord, pageOf } from '@xishan/domain'
import { z } from 'zod'

/** The records behind a number as their line tells them to this reader. */
export const RecordsPage = pageOf(IndicatorRecord).extend({
  line: z.string(),
  lineTitle: z.string(),
  /** The rows are those of the reader's own area, so that they may be fewer than the number counts. */
  scopeNote: z.string(),
})
export type RecordsPage = z.infer<typeof RecordsPage>
