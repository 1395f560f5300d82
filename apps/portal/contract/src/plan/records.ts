import { IsoDate } from '@xishan/domain'
import { z } from 'zod'

/** A row behind a number, as its line tells it: masked where the line masks. */
export const RecordRow = z.object({
  id: z.string(),
  /** The case or file number staff know. */
  number: z.string(),
  title: z.string(),
  detail: z.string(),
  /** Which component of the number the row counts in. */
  component: z.string(),
  asOf: IsoDate,
  /** The line's page of the record, an address inside the portal. */
  path: z.string(),
})

export const RecordsPage = z.object({
  rows: z.array(RecordRow),
  next: z.string().nullable(),
  line: z.string(),
  lineTitle: z.string(),
  /** The rows are those of the reader's own area, so that they may be fewer than the number counts. */
  scopeNote: z.string(),
})
export type RecordsPage = z.infer<typeof RecordsPage>
