import { IndicatorAttribute, IndicatorComponent, IndicatorStatus, Instant, IsoDate } from '@xishan/domain'
import { z } from 'zod'

/** The number of an indicator in the plan's table. */
export const IndicatorNumber = z.coerce.number().int().min(1, '规划共有 19 项指标').max(19, '规划共有 19 项指标')
export const IndicatorParams = z.object({ number: IndicatorNumber })

/** What staff read for a status. */
export const STATUS_WORDS: Record<IndicatorStatus, string> = {
  BEHIND: '落后序时进度',
  SLIGHTLY_BEHIND: '略低于序时进度',
  ON_PATH: '达到序时进度',
  NOT_APPLICABLE: '暂不适用',
  NOT_REPORTED: '尚未报送',
}

/** What staff read for a status once the plan is over: there is no path any more, only a target reached or not. */
export const FINAL_STATUS_WORDS: Record<IndicatorStatus, string> = {
  BEHIND: '未完成目标',
  SLIGHTLY_BEHIND: '接近目标，未完成',
  ON_PATH: '已完成目标',
  NOT_APPLICABLE: '不适用',
  NOT_REPORTED: '未报送',
}

/** The value shown now, where it comes from, and how old it is. There is no value that nobody reported. */
export const Reading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('COMPUTED'),
    /** Null when the number does not apply at its date (a rate of nothing): never zero. */
    value: z.number().nullable(),
    /** The day up to which records are counted (数据截止日期). */
    dataAsOf: IsoDate,
    collectedAt: Instant,
    ageDays: z.int(),
    /** Why this is not today's number, in a sentence; null when it is. */
    stale: z.string().nullable(),
    components: z.array(IndicatorComponent),
    /** False when the line knows that records are missing; the note says which. */
    complete: z.boolean(),
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
  attribute: IndicatorAttribute,
  /** How often it is reported, in words. */
  frequency: z.string(),
  section: z.string(),
  /** Where the number comes from, as staff would say it. */
  source: z.string(),
  /** The line that computes it; null while it is entered by the section. */
  line: z.string().nullable(),
  course: z.enum(['holding', 'growing']),
  base: z.number(),
  /** Where growth is counted from: the base, or zero for what is newly made since the plan began. */
  start: z.number(),
  target: z.number(),
  /** The table's own target where a ruling of the director replaced it. */
  targetInTable: z.number().nullable(),
  /** The planned value of each year of the plan. */
  path: z.array(z.object({ year: z.int(), value: z.number() })),
  /** The year of the path that counts now, and its value; after the plan's end the target. */
  pathYear: z.int(),
  pathNow: z.number(),
  reading: Reading,
  status: IndicatorStatus,
  statusWords: z.string(),
  /** Share of the way from start to target, 1 = there; null where the two are equal or nothing is known. */
  score: z.number().nullable(),
  /** After the plan's end: the value stands at the plan's last day. */
  final: z.boolean(),
  /** Open points that concern this indicator and still wait for a ruling, as far as the reader may see them. */
  openPoints: z.int(),
})
export type IndicatorView = z.infer<typeof IndicatorView>

/** A value as it stood on a date; what the sparkline draws. */
export const HistoryPoint = z.object({ dataAsOf: IsoDate, value: z.number().nullable(), kind: z.enum(['COMPUTED', 'ENTERED']) })
export type HistoryPoint = z.infer<typeof HistoryPoint>

export const IndicatorDetail = IndicatorView.extend({
  /** How the number is made, in words, and what was chosen where the plan is silent. */
  formula: z.string(),
  formulaNote: z.string(),
  history: z.array(HistoryPoint),
  points: z.array(z.object({ id: z.uuid(), title: z.string(), ruled: z.boolean() })),
})
export type IndicatorDetail = z.infer<typeof IndicatorDetail>
