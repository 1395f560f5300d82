import { Instant, IsoDate } from '@xishan/domain'
import { z } from 'zod'
import { ENTRY_LIFECYCLE } from './entry-lifecycle'

type EntryStateName = keyof typeof ENTRY_LIFECYCLE.states
const STATES = Object.keys(ENTRY_LIFECYCLE.states) as [EntryStateName, ...EntryStateName[]]

/** A decimal as it was typed: text, so that an empty field can never become zero. */
export const TypedNumber = z
  .string({ message: '请填写数值' })
  .trim()
  .regex(/^-?\d{1,9}(\.\d{1,4})?$/, '请填写数值，最多 4 位小数，不带单位和千分位')

/** What the section fills in; the evidence file comes with it as `file`. */
export const EnterValue = z.object({
  value: TypedNumber,
  /** The day the number stands at (数据截止日期). */
  dataAsOf: IsoDate,
  /** Where the number was taken from, so that another person finds it again. */
  sourceText: z.string().trim().min(4, '请写明数据来源，例如报表名称和期次').max(500, '数据来源不超过 500 字'),
})
export type EnterValue = z.infer<typeof EnterValue>

/**
 * Where an entry stands among the others of its indicator: `IN_FORCE` is the one shown, `EARLIER` was shown for an earlier
 * cut-off, `SUPERSEDED` was replaced by a later review of the same cut-off.
 */
export const EntryStanding = z.enum(['IN_FORCE', 'EARLIER', 'SUPERSEDED', 'NOT_SHOWN'])

export const Entry = z.object({
  id: z.uuid(),
  version: z.int(),
  number: z.string(),
  indicator: z.int(),
  value: z.number(),
  unit: z.string(),
  dataAsOf: IsoDate,
  sourceText: z.string(),
  evidence: z.object({ name: z.string(), kind: z.string(), bytes: z.int() }),
  state: z.enum(STATES),
  stateLabel: z.string(),
  standing: EntryStanding,
  enteredBy: z.string(),
  enteredOn: IsoDate,
  enteredAt: Instant,
  reviewedBy: z.string().nullable(),
  reviewedOn: IsoDate.nullable(),
  opinion: z.string().nullable(),
  /** What this reader may do with it now. */
  actions: z.array(z.string()),
})
export type Entry = z.infer<typeof Entry>
