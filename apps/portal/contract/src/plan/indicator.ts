import { Instant, IsoDate } from '@xishan/domain'
import { z } from 'zod'

/** The number of an indicator in the plan's table. */
export const IndicatorNumber = z.coerce.number().int().min(1, '规划共有 19 项指标').max(19, '规划共有 19 项指标')
export const IndicatorParams = z.object({ number: IndicatorNumber })

/** How far along the indicator is; the words staff read stand in {@link STATUS_WORDS}. */
export const IndicatorStatus = z.enum(['BEHIND', 'SLIGHTLY_BEHIND', 'ON_PATH', 'NOT_APPLICABLE', 'NOT_REPORTED'])
export type IndicatorStatus = z.infer<typeof IndicatorStatus>

export const STATUS_WORDS: Record<IndicatorStatus, string> = {
  BEHIND: '落后序时进度',
  SLIGHTLY_BEHIND: '略低于序时进度',
  ON_PATH: '达到序时进度',
  NOT_APPLICABLE: '暂不适用',
  NOT_REPORTED: '尚未报送',
}

/** One number a computed value is made of. */
export const Component = z.object({ label: z.string(), value: z.number(), unit: z.string(), note: z.string().optional() })

/** The value shown now, where it comes from, and how old it is. There is no value that nobody reported. */
export const Reading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('COMPUTED'),
    /** Null when the number does not apply at its date (a rate of nothing): never zero. */
    value: z.number().nullable(),
    dataAsOf: IsoDate,
    collectedAt: Instant,
    ageDays: z.int(),
    /** Why this is not today's number, in a sentence; null when it is. */
    stale: z.string().nullable(),
    components: z.array(Component),
    note: z.string(),
  }),
  z.object({
    kind: z.literal('ENTERED'),
    value: z.number(),
    dataAsOf: IsoDate,
    ageDays: z.int(),
    entryId: z.uuid(),
    enteredBy: z.string(),
    reviewedBy: z.string(),
    reviewedOn: IsoDate,
    sourceText: z.string(),
  }),
  z.object({ kind: z.literal('NONE'), note: z.string() }),
])
export type Reading = z.infer<typeof Reading>

export const IndicatorView = z.object({
  number: z.int(),
  name: z.string(),
  category: z.string(),
  unit: z.string(),
  /** 约束性 is binding. */
  attribute: z.enum(['约束性', '预期性']),
  frequency: z.string(),
  section: z.string(),
  /** Where the number comes from, as staff would say it. */
  source: z.string(),
  /** The line that computes it, if one does. */
  line: z.string().nullable(),
  base: z.number(),
  target: z.number(),
  /** Set when a ruling of the director replaced the table's target. */
  targetInTable: z.number().nullable(),
  /** The planned value of each year of the plan. */
  path: z.array(z.object({ year: z.int(), value: z.number() })),
  /** The year of the path that counts now, and its value. */
  pathYear: z.int(),
  pathNow: z.number(),
  reading: Reading,
  status: IndicatorStatus,
  /** Share of the way from base to target, 1 = there; null where the two are equal or nothing is known. */
  score: z.number().nullable(),
  /** After the plan's end: does the value stand at the plan's last day? */
  final: z.boolean(),
  /** Open points that concern this indicator and still wait for a ruling. */
  openPoints: z.int(),
})
export type IndicatorView = z.infer<typeof IndicatorView>

/** A value as it stood on a date; what the sparkline draws. */
export const HistoryPoint = z.object({ dataAsOf: IsoDate, value: z.number().nullable(), kind: z.enum(['COMPUTED', 'ENTERED']) })

export const IndicatorDetail = IndicatorView.extend({
  /** How the number is made, in words. */
  formula: z.string(),
  formulaSource: z.string(),
  history: z.array(HistoryPoint),
  points: z.array(z.object({ id: z.uuid(), title: z.string(), ruled: z.boolean() })),
})
export type IndicatorDetail = z.infer<typeof IndicatorDetail>
