import { IsoDate, PageQuery, pageOf } from '@xishan/domain'
import { z } from 'zod'

export const IndicatorQuery = z.object({ asOf: IsoDate.optional() })

/** The numbers this line computes for the plan, with what they are made of. */
export const Indicators = z.object({
  asOf: IsoDate,
  indicators: z.array(
    z.object({
      number: z.int(),
      /** Null when there is nothing to divide by: never zero. */
      value: z.number().nullable(),
      components: z.array(z.object({ key: z.string(), label: z.string(), value: z.number(), unit: z.string(), note: z.string().optional() })),
      note: z.string(),
    }),
  ),
})
export type Indicators = z.infer<typeof Indicators>

export const IndicatorParams = z.object({ number: z.coerce.number().int('指标序号应为整数').min(1, '指标序号应为 1 至 19').max(19, '指标序号应为 1 至 19') })

export const INDICATOR_COMPONENTS = ['IN_PAY', 'OWED'] as const
export const RecordsQuery = PageQuery.extend({ asOf: IsoDate.optional(), component: z.enum(INDICATOR_COMPONENTS, { message: '请从列表中选择构成项' }).optional() })

/** A row behind a number: masked, and only of the reader's own area. */
export const IndicatorRecords = pageOf(
  z.object({ id: z.string(), number: z.string(), title: z.string(), detail: z.string(), component: z.string(), asOf: IsoDate, path: z.string() }),
).extend({ scopeNote: z.string() })
export type IndicatorRecords = z.infer<typeof IndicatorRecords>
