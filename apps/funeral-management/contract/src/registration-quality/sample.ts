import { AtVersion, BenefitMonth, IsoDate, PageQuery, StepView, Uuid, defineLifecycle, optionalText, pageOf, reasonText } from '@xishan/domain'
import { z } from 'zod'
import { FILE_RESULT, FINDING } from './check-sheet'
import { REGISTRATION } from './office'

const FILE_NUMBER = /^[\p{L}\p{N}〔〕()（）第号－_/-]{3,40}$/u

/** A month's register of an office: the numbers of its files, without names. */
export const DrawSample = z.object({
  officeId: Uuid,
  registration: REGISTRATION.schema,
  month: BenefitMonth,
  files: z
    .array(z.string().trim().regex(FILE_NUMBER, '登记编号应为 3 至 40 个字母、数字或汉字，不含空格'))
    .min(1, '请填写当月登记编号，每行一个')
    .max(5000, '一次最多 5000 个登记编号')
    .refine((files) => new Set(files).size === files.length, '登记编号有重复，请删除重复的编号'),
})
export type DrawSample = z.infer<typeof DrawSample>

export const CheckFile = AtVersion.extend({
  findings: z.record(z.string().max(30), FINDING.schema),
  remark: optionalText('说明', 300),
})
export type CheckFile = z.infer<typeof CheckFile>

export const CorrectFile = AtVersion.extend({ correctedOn: IsoDate, correction: reasonText('改正情况') })
export type CorrectFile = z.infer<typeof CorrectFile>

export const sampleInputs = { draw: DrawSample, check: CheckFile, conclude: AtVersion.extend({ opinion: reasonText('抽查意见') }), cancel: AtVersion.extend({ reason: reasonText('作废理由') }) } as const

/** The monthly random check of registration files. Who drew and checked does not conclude. */
export const sampleLifecycle = defineLifecycle({
  name: 'quality-sample',
  title: '登记质量抽查',
  initial: 'CHECKING',
  states: {
    CHECKING: { label: '检查中', step: 1, heldBy: ['BU_CLERK', 'BU_HEAD'] },
    CONCLUDED: { label: '已出结论', step: 2, final: true },
    CANCELLED: { label: '已作废', final: true },
  },
  actions: {
    draw: { label: '抽取档案', from: [], to: 'CHECKING', by: ['BU_CLERK'], input: sampleInputs.draw },
    check: { label: '登记检查结果', from: ['CHECKING'], to: 'CHECKING', by: ['BU_CLERK'], input: sampleInputs.check },
    conclude: { label: '出具结论', from: ['CHECKING'], to: 'CONCLUDED', by: ['BU_HEAD'], notBy: ['draw', 'check'], input: sampleInputs.conclude },
    cancel: { label: '作废', from: ['CHECKING'], to: 'CANCELLED', by: ['BU_HEAD'], input: sampleInputs.cancel, adverse: true },
  },
})
export type SampleState = keyof typeof sampleLifecycle.states
const STATES = Object.keys(sampleLifecycle.states) as SampleState[]

export const SampleRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.enum(STATES),
  officeName: z.string(),
  registration: REGISTRATION.schema,
  month: BenefitMonth,
  registered: z.int(),
  drawn: z.int(),
  checked: z.int(),
  correct: z.int(),
  /** Defects that were not put right yet. */
  open: z.int(),
})
export type SampleRow = z.infer<typeof SampleRow>
export const SampleQuery = PageQuery.extend({ registration: REGISTRATION.schema.optional(), state: z.enum(STATES).optional(), month: BenefitMonth.optional(), officeId: Uuid.optional() })
export type SampleQuery = z.infer<typeof SampleQuery>
export const SamplePage = pageOf(SampleRow)

export const SampledFile = z.object({
  position: z.int(),
  fileNumber: z.string(),
  findings: z.record(z.string(), FINDING.schema).nullable(),
  result: FILE_RESULT.schema.nullable(),
  remark: z.string(),
  checkedBy: z.string().nullable(),
  checkedOn: IsoDate.nullable(),
  correctedOn: IsoDate.nullable(),
  correction: z.string(),
})
export type SampledFile = z.infer<typeof SampledFile>

export const SampleDetail = SampleRow.extend({
  /** What the draw began from; with the register it gives the same files to anybody who draws again. */
  seed: z.string(),
  share: z.number(),
  least: z.int(),
  drawnBy: z.string(),
  drawnOn: IsoDate,
  files: z.array(SampledFile),
  steps: z.array(StepView),
  actions: z.array(z.string()),
})
export type SampleDetail = z.infer<typeof SampleDetail>

export const FileParams = z.object({ id: Uuid, position: z.coerce.number().int('序号应为整数').min(1, '序号应为正整数').max(5000, '序号超出范围') })
