import { IndicatorRecord, IndicatorRecordsQuery, IsoDate, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { COVERAGE_COMPONENTS, type CoverageComponent } from './coverage'

export const IndicatorQuery = z.object({ asOf: IsoDate.optional() })

export const IndicatorParams = z.object({ number: z.coerce.number().int('指标序号应为整数').min(1, '指标序号应为 1 至 19').max(19, '指标序号应为 1 至 19') })

const COMPONENTS = Object.keys(COVERAGE_COMPONENTS) as CoverageComponent[]

/** The rows behind a number, or behind one of its components, as of a date. */
export const CoverageRecordsQuery = IndicatorRecordsQuery.extend({ component: z.enum(COMPONENTS, { message: '请从列表中选择构成项' }).optional() })
export type CoverageRecordsQuery = z.infer<typeof CoverageRecordsQuery>

export const IndicatorRecordPage = pageOf(IndicatorRecord)
