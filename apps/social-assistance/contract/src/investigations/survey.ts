import { IsoDate, Uuid, codeSet, optionalText, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'

export const SURVEY_WAY = codeSet('调查方式', '民发〔2021〕57号第十六条', [
  ['HOME_VISIT', '入户调查'],
  ['NEIGHBOURS', '邻里访问'],
  ['LETTER', '信函索证'],
  ['DEMOCRATIC_REVIEW', '民主评议'],
  ['REMOTE', '电话或视频（突发事件期间）'],
  ['OTHER', '其他方式'],
])

/** What the investigation group found (57号 §16). The first investigator records it, the second countersigns. */
export const SurveyRecord = z.object({
  surveyedOn: IsoDate,
  ways: z.array(SURVEY_WAY.schema).min(1, '请至少选择一种调查方式').max(6),
  place: requiredText('调查地点', 200),
  interviewed: requiredText('受访人', 100),
  livingConditions: reasonText('家庭生活状况', 2000),
  incomeFindings: reasonText('收入核实情况', 2000),
  propertyFindings: reasonText('财产核实情况', 2000),
  neighboursSay: optionalText('邻里反映', 1000),
  conclusion: reasonText('调查结论', 1000),
})
export type SurveyRecord = z.infer<typeof SurveyRecord>

export const SurveyView = SurveyRecord.extend({
  id: Uuid,
  /** 1 for the first investigation, one more after an objection or a return. */
  round: z.int(),
  investigator: z.string(),
  countersignedBy: z.string().nullable(),
  countersignedOn: IsoDate.nullable(),
})
export type SurveyView = z.infer<typeof SurveyView>
