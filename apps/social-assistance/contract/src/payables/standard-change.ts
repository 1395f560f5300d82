import { BenefitMonth, IsoDate, PageQuery, ParameterUnit, ParameterVersion, ScopeFilter, StepView, Uuid, codeSet, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { STANDARD_CHANGE_STATES } from './lifecycles'

/** How a household's new amount came about. */
export const STANDARD_RESULT = codeSet('测算方式', '本平台约定', [
  ['RULES', '按家庭情况核算'],
  ['ROSTER', '按名册金额加标准差额推算'],
  ['UNAFFECTED', '不受本次调整影响'],
  ['KEPT', '现有证据不符合条件，金额不变，须复核'],
  ['EXITING', '渐退期间按原金额发放'],
])
export type StandardResult = z.infer<typeof STANDARD_RESULT.schema>

/** Sums of a change, over all households or over a street's. */
export const StandardSums = z.object({
  households: z.int(),
  people: z.int(),
  changed: z.int(),
  beforeFen: z.int(),
  afterFen: z.int(),
  /** Households with arrears, and what they come to. */
  inArrears: z.int(),
  arrearsFen: z.int(),
})
export type StandardSums = z.infer<typeof StandardSums>
export const StreetSums = StandardSums.extend({ code: z.string(), name: z.string() })
export type StreetSums = z.infer<typeof StreetSums>

/** 标准调整测算: what a value would make of it, with nothing written. */
export const StandardPreviewInput = z.object({
  key: z.string().min(1, '请选择标准').max(100, '标准的名称过长'),
  value: z.number({ message: '请填写新值' }),
  effectiveFrom: IsoDate,
})
export type StandardPreviewInput = z.infer<typeof StandardPreviewInput>

/** The file that the job of a preview leaves behind. */
export const StandardPreview = z.object({
  title: z.string(),
  unit: ParameterUnit,
  value: z.number(),
  oldValue: z.number(),
  effectiveMonth: BenefitMonth,
  /** First month that is not closed: from here on the new amount counts, before it arrears are due. */
  fromMonth: BenefitMonth,
  computedOn: IsoDate,
  total: StandardSums,
  streets: z.array(StreetSums),
  /** Households by how their amount came about. */
  results: z.record(STANDARD_RESULT.schema, z.int()),
})
export type StandardPreview = z.infer<typeof StandardPreview>

export const StandardChangeRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  parameterKey: z.string(),
  title: z.string(),
  unit: ParameterUnit,
  oldValue: ParameterVersion.shape.value.nullable(),
  newValue: ParameterVersion.shape.value,
  source: z.string(),
  effectiveMonth: BenefitMonth,
  fromMonth: BenefitMonth.nullable(),
  state: z.enum(STANDARD_CHANGE_STATES),
  benefits: z.int().nullable(),
  changed: z.int().nullable(),
  monthlyDifferenceFen: z.int().nullable(),
  arrearsFen: z.int().nullable(),
  appliedOn: IsoDate.nullable(),
  actions: z.array(z.string()),
})
export type StandardChangeRow = z.infer<typeof StandardChangeRow>
export const StandardChangeQuery = PageQuery.extend({ state: z.enum(STANDARD_CHANGE_STATES, { message: '请从列表中选择执行状态' }).optional() })
export const StandardChangePage = pageOf(StandardChangeRow)

export const StandardChangeDetail = StandardChangeRow.extend({
  /** Households that are done, of all that are in scope now. */
  done: z.int(),
  inScope: z.int(),
  total: StandardSums,
  streets: z.array(StreetSums),
  steps: z.array(StepView),
})
export type StandardChangeDetail = z.infer<typeof StandardChangeDetail>

export const StandardResultRow = z.object({
  benefitId: Uuid,
  benefitNumber: z.string(),
  applicantName: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  members: z.int(),
  beforeFen: z.int(),
  afterFen: z.int(),
  arrearsFen: z.int(),
  /** The rules no longer find the household entitled: somebody has to look. */
  needsRecheck: z.boolean(),
})
export type StandardResultRow = z.infer<typeof StandardResultRow>
export const StandardResultQuery = PageQuery.extend({ division: ScopeFilter, only: z.enum(['CHANGED', 'RECHECK'], { message: '请从列表中选择' }).optional() })
export const StandardResultPage = pageOf(StandardResultRow)
