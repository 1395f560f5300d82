import { IsoDate, PageQuery, Uuid, codeSet, optionalText, pageOf, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

/** What an office registers. The registration itself stays in the national system (specification E3). */
export const REGISTRATION = codeSet('登记业务', '本平台约定', [
  ['MARRIAGE', '婚姻登记'],
  ['ADOPTION', '收养登记'],
])
export type Registration = CodeOf<typeof REGISTRATION>

export const OfficeInput = z.object({
  name: requiredText('登记机关名称', 60),
  registrations: z.array(REGISTRATION.schema).min(1, '请至少选择一项登记业务').max(2),
  address: requiredText('地址', 120),
  telephone: requiredText('联系电话', 30),
  registrars: z.int('登记员人数应为整数').min(0, '登记员人数不能为负数').max(200, '登记员人数超过 200，请核对'),
})
export type OfficeInput = z.infer<typeof OfficeInput>
export const ChangeOffice = OfficeInput.extend({ version: z.int() })

/** 等级评定: the grade an office was given, by whom and until when. */
const Grade = z.object({
  grade: requiredText('评定等级', 20),
  gradedOn: IsoDate,
  validTo: IsoDate.nullable().default(null),
  by: requiredText('评定机关', 60),
  document: requiredText('评定文件（名称、文号）', 120),
  note: optionalText('说明', 200),
})
export const GradeInput = Grade.extend({ version: z.int() }).refine(({ gradedOn, validTo }) => validTo === null || validTo > gradedOn, { path: ['validTo'], message: '有效期至应晚于评定日期' })
export type GradeInput = z.infer<typeof GradeInput>

export const OfficeRow = OfficeInput.extend({ id: Uuid, version: z.int(), number: z.string(), grade: z.string().nullable(), gradeValidTo: IsoDate.nullable(), lastSampleMonth: z.string().nullable() })
export type OfficeRow = z.infer<typeof OfficeRow>
export const OfficePage = pageOf(OfficeRow)
export const OfficeQuery = PageQuery

export const OfficeDetail = OfficeRow.extend({
  grades: z.array(Grade.extend({ enteredBy: z.string() })),
})
export type OfficeDetail = z.infer<typeof OfficeDetail>
