import { AtVersion, IsoDate, PhoneNumber, Uuid, codeSet, optionalText, reasonText } from '@xishan/domain'
import { z } from 'zod'

export const OBJECTION_WAY = codeSet('提出方式', '本平台约定', [
  ['VISIT', '来访'],
  ['PHONE', '来电'],
  ['LETTER', '来信'],
  ['ONLINE', '网上'],
])

/** An objection to a posting. Who gives a name gets an answer (57号 §37). */
export const ObjectionInput = z.object({
  receivedOn: IsoDate,
  way: OBJECTION_WAY.schema,
  /** Empty when anonymous. */
  objector: optionalText('异议人姓名', 50),
  phone: PhoneNumber.nullable().default(null),
  content: reasonText('异议内容', 2000),
})
export type ObjectionInput = z.infer<typeof ObjectionInput>

export const AnswerObjection = AtVersion.extend({ objectionId: Uuid, answeredOn: IsoDate, answer: reasonText('核查结果和答复', 2000) })
export type AnswerObjection = z.infer<typeof AnswerObjection>

/** A complaint or report that reaches the bureau or the street about an open case: the bureau must then visit the home (57号 §20). */
export const ReportInput = AtVersion.extend({
  receivedOn: IsoDate,
  way: OBJECTION_WAY.schema,
  reporter: optionalText('举报人姓名', 50),
  content: reasonText('投诉、举报内容', 2000),
})
export type ReportInput = z.infer<typeof ReportInput>

/** `objector` is shown to the people who handle the objection only; elsewhere it reads 已具名 or 匿名. */
export const ObjectionView = z.object({
  id: Uuid,
  kind: z.enum(['OBJECTION', 'REPORT']),
  receivedOn: z.string(),
  way: OBJECTION_WAY.schema,
  named: z.boolean(),
  objector: z.string(),
  content: z.string(),
  answeredOn: z.string().nullable(),
  answer: z.string(),
})
export type ObjectionView = z.infer<typeof ObjectionView>
