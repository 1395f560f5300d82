import { z } from 'zod'
import { Light } from '../calendar/deadline'
import { IsoDate, PageQuery, pageOf } from '../contract/shapes'

/** One of the numbers an indicator is made of, in words a reader can check. */
export const IndicatorComponent = z.object({
  /** Names the component when its records are asked for (`?component=`). */
  key: z.string().optional(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  note: z.string().optional(),
})
export type IndicatorComponent = z.infer<typeof IndicatorComponent>

/** What a line answers to the portal for one indicator (`GET /indicators?asOf=`). */
export const IndicatorAnswer = z.object({
  number: z.int().min(1).max(19),
  /** The business date it was asked for. */
  asOf: IsoDate,
  /** The day up to which records are counted. */
  cutOff: IsoDate,
  /** Null when the number does not apply (a rate of nothing): never zero instead. */
  value: z.number().nullable(),
  components: z.array(IndicatorComponent),
  /** False when records are known to be missing; `note` says which. */
  complete: z.boolean(),
  note: z.string(),
  sourceLine: z.string(),
})
export type IndicatorAnswer = z.infer<typeof IndicatorAnswer>

export const IndicatorAnswers = z.object({ indicators: z.array(IndicatorAnswer) })
export type IndicatorAnswers = z.infer<typeof IndicatorAnswers>

export const IndicatorQuery = z.object({ asOf: IsoDate.optional() })
export const IndicatorParams = z.object({ number: z.coerce.number().int('指标序号应为整数').min(1, '指标序号应为 1 至 19').max(19, '指标序号应为 1 至 19') })

/** How the rows behind an indicator are asked for: all of them, or those of one component, as of a date. */
export const IndicatorRecordsQuery = PageQuery.extend({ asOf: IsoDate.optional(), component: z.string().max(60).optional() })
export type IndicatorRecordsQuery = z.infer<typeof IndicatorRecordsQuery>

/** A row behind an indicator (`GET /indicators/:number/records`), masked as the line masks it. */
export const IndicatorRecord = z.object({
  id: z.string(),
  /** The number staff know it by. */
  number: z.string(),
  title: z.string(),
  detail: z.string(),
  /** The label of the component it counts in. */
  component: z.string(),
  asOf: IsoDate,
  /** The line's page of the record, an address inside the portal. */
  path: z.string(),
})
export type IndicatorRecord = z.infer<typeof IndicatorRecord>
export const IndicatorRecordPage = pageOf(IndicatorRecord)

/** Something the asking person has to do in a line (`GET /tasks`). */
export const LineTask = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  detail: z.string(),
  /** The state in the staff's words. */
  state: z.string(),
  dueOn: IsoDate.nullable(),
  light: Light.nullable(),
  path: z.string(),
})
export type LineTask = z.infer<typeof LineTask>

/** The answer to `GET /tasks`: the asking person's tasks, due soonest first; `total` also counts those that the list leaves off. */
export const LineTasks = z.object({ tasks: z.array(LineTask), total: z.int() })
export type LineTasks = z.infer<typeof LineTasks>
