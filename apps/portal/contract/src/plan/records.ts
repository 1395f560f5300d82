import { IndicatorRecord, IndicatorRecordsQuery, pageOf } from '@xishan/domain'
import { z } from 'zod'

/** The rows are asked for as of the day the shown number was counted; the portal fills that in. */
export const RecordsQuery = IndicatorRecordsQuery.omit({ asOf: true })

/** The records behind a number as their line tells them to this reader. */
export const RecordsPage = pageOf(IndicatorRecord).extend({
  line: z.string(),
  lineTitle: z.string(),
  /** The rows are those of the reader's own area, so that they may be fewer than the number counts. */
  scopeNote: z.string(),
})
export type RecordsPage = z.infer<typeof RecordsPage>
