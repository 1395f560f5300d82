import { IndicatorRecordsQuery } from '@xishan/domain'
import { z } from 'zod'
import { COVERAGE_COMPONENTS, type CoverageComponent } from './coverage'

const COMPONENTS = Object.keys(COVERAGE_COMPONENTS) as CoverageComponent[]

/** The rows behind a number, or behind one of its components, as of a date. */
export const CoverageRecordsQuery = IndicatorRecordsQuery.extend({ component: z.enum(COMPONENTS, { message: '请从列表中选择构成项' }).optional() })
export type CoverageRecordsQuery = z.infer<typeof CoverageRecordsQuery>
