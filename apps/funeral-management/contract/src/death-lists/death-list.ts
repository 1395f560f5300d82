import { IsoDate, PageQuery, StepView, Uuid, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { LIST_SOURCE, ROW_FINDING } from './columns'
import { DEATH_LIST_STATES } from './lifecycle'

/** The largest list that is taken in, in MB. */
export const DEATH_LIST_LIMIT_MB = 20

/** A list covers the days up to `coversTo`, were it empty. */
export const UploadDeathList = z.object({ source: LIST_SOURCE.schema, coversTo: IsoDate })
export type UploadDeathList = z.infer<typeof UploadDeathList>

export const DeathListRow = z.object({
  id: Uuid,
  number: z.string(),
  source: LIST_SOURCE.schema,
  fileName: z.string(),
  coversTo: IsoDate,
  state: z.enum(DEATH_LIST_STATES),
  rowCount: z.int(),
  uploadedBy: z.string(),
  uploadedOn: IsoDate,
  appliedOn: IsoDate.nullable(),
})
export type DeathListRow = z.infer<typeof DeathListRow>

export const DeathListQuery = PageQuery.extend({
  source: LIST_SOURCE.schema.optional(),
  state: z.enum(DEATH_LIST_STATES, { message: '请从列表中选择名单状态' }).optional(),
})
export type DeathListQuery = z.infer<typeof DeathListQuery>
export const DeathListPage = pageOf(DeathListRow)

const Column = z.object({ key: z.string(), title: z.string(), required: z.boolean() })

export const DeathListDetail = DeathListRow.extend({
  version: z.int(),
  heads: z.array(z.string()),
  wanted: z.array(Column),
  columns: z.record(z.string(), z.int()),
  /** Where a list was mapped before, the heads are found again by themselves. */
  mappedBefore: z.boolean(),
  counts: z.array(z.object({ finding: ROW_FINDING.schema, rows: z.int() })),
  convertedRows: z.int(),
  appliedRows: z.int(),
  /** Rows without a usable number that nobody has found out yet. */
  unidentifiedOpen: z.int(),
  jobId: Uuid.nullable(),
  jobIsMine: z.boolean(),
  steps: z.array(StepView),
  actions: z.array(z.string()),
  mayFeedBack: z.boolean(),
})
export type DeathListDetail = z.infer<typeof DeathListDetail>

export const ListedPerson = z.object({
  rowNumber: z.int(),
  name: z.string(),
  documentMasked: z.string(),
  /** The number had 15 digits and was converted. */
  converted: z.boolean(),
  birthDate: IsoDate.nullable(),
  diedOn: IsoDate.nullable(),
  finding: ROW_FINDING.schema,
  messages: z.array(z.string()),
  deathId: Uuid.nullable(),
  deathNumber: z.string().nullable(),
})
export type ListedPerson = z.infer<typeof ListedPerson>

export const ListedPersonQuery = PageQuery.extend({
  finding: ROW_FINDING.schema.optional(),
  /** Only rows with something to be read: converted numbers, conflicts, faults. */
  noted: z.enum(['true', 'false'], { message: '筛选条件应为 true 或 false' }).transform((text) => text === 'true').optional(),
})
export type ListedPersonQuery = z.infer<typeof ListedPersonQuery>
export const ListedPersonPage = pageOf(ListedPerson)

/** When each source was last taken over, and how often it should be. */
export const ListSources = z.object({
  sources: z.array(
    z.object({ source: LIST_SOURCE.schema, coversTo: IsoDate.nullable(), appliedOn: IsoDate.nullable(), number: z.string().nullable(), rhythmDays: z.int(), isLate: z.boolean() }),
  ),
})
export type ListSources = z.infer<typeof ListSources>
