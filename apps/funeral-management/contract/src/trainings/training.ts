import { AtVersion, IsoDate, PageQuery, SearchText, Uuid, codeSet, optionalText, pageOf, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

/** Whom a training is for. Each stands under its own heading; the two are never shown together (specification E4). */
export const TRAINING_KIND = codeSet('培训对象', '规划三（三）2、3', [
  ['FUNERAL', '殡葬职工'],
  ['REGISTRAR', '婚姻、收养登记员'],
])
export type TrainingKind = CodeOf<typeof TRAINING_KIND>

const Facts = z.object({
  title: requiredText('培训内容', 100),
  heldOn: IsoDate,
  hours: z.number({ message: '学时应为数字' }).min(0.5, '学时至少 0.5').max(400, '学时超过 400，请核对').multipleOf(0.5, '学时以 0.5 为单位'),
  organiser: requiredText('举办单位', 60),
  place: optionalText('培训地点', 60),
  note: optionalText('说明', 300),
})
export const TrainingInput = Facts.extend({ kind: TRAINING_KIND.schema })
export type TrainingInput = z.infer<typeof TrainingInput>
export const ChangeTraining = Facts.extend({ version: z.int() })
export type ChangeTraining = z.infer<typeof ChangeTraining>
export const CancelTraining = AtVersion.extend({ reason: reasonText('作废理由') })

export const TRAINEE_RESULT = codeSet('培训结果', '本平台约定', [
  ['PASSED', '合格'],
  ['FAILED', '不合格'],
  ['NONE', '不考核'],
])

export const Trainee = z.object({
  name: requiredText('姓名', 50),
  workUnit: requiredText('工作单位', 60),
  certificateNumber: optionalText('证书编号', 60),
  result: TRAINEE_RESULT.schema,
})
export type Trainee = z.infer<typeof Trainee>

/** The whole list of who took part. */
export const KeepTrainees = AtVersion.extend({
  trainees: z
    .array(Trainee)
    .max(500, '一次培训最多登记 500 人')
    .refine((trainees) => new Set(trainees.map(({ name, workUnit }) => `${name} ${workUnit}`)).size === trainees.length, '同一单位的同一人只能登记一次，请删除重复的人员'),
})
export type KeepTrainees = z.infer<typeof KeepTrainees>

const Year = z.coerce.number<string | number>({ message: '年度应为数字' }).int('年度应为整数').min(2000, '年度超出范围').max(2100, '年度超出范围')

export const TrainingRow = TrainingInput.extend({ id: Uuid, version: z.int(), number: z.string(), isCancelled: z.boolean(), trainees: z.int(), passed: z.int() })
export type TrainingRow = z.infer<typeof TrainingRow>
/** A list is of one kind: there is none of both. */
export const TrainingKindParams = z.object({ kind: TRAINING_KIND.schema })
export const TrainingQuery = PageQuery.extend({ q: SearchText, year: Year.optional() })
export type TrainingQuery = z.infer<typeof TrainingQuery>
export const TrainingPage = pageOf(TrainingRow)

export const TrainingDetail = TrainingRow.extend({ cancelledBecause: z.string(), recordedBy: z.string(), people: z.array(Trainee) })
export type TrainingDetail = z.infer<typeof TrainingDetail>

/** By year, newest first; cancelled trainings are not counted. */
export const TrainingFigures = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      trainings: z.int(),
      hours: z.number(),
      /** Who came twice counts twice. */
      attendances: z.int(),
      /** By name and work unit. */
      people: z.int(),
      passed: z.int(),
      certificates: z.int(),
    }),
  ),
})
export type TrainingFigures = z.infer<typeof TrainingFigures>
