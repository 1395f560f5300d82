import { IsoDate, PageQuery, SearchText, StepView, Uuid, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { ANSWER_SOURCE, FOLLOW_UP_OUTCOME, GRADE, SURVEY_STATES, SurveyCode } from './lifecycle'

export const InviteFamily = z.object({ deathId: z.uuid({ message: '请选择逝者' }), facilityId: z.uuid({ message: '请选择服务机构' }) })
export type InviteFamily = z.infer<typeof InviteFamily>

/** What the family is shown before it answers. */
export const SurveyAsked = z.object({ code: SurveyCode })
export const SurveyShown = z.object({ facilityName: z.string(), invitedOn: IsoDate, closesOn: IsoDate, isOpen: z.boolean() })
export type SurveyShown = z.infer<typeof SurveyShown>

export const SurveyRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.enum(SURVEY_STATES),
  deceasedName: z.string(),
  facilityName: z.string(),
  invitedOn: IsoDate,
  closesOn: IsoDate,
  grade: GRADE.schema.nullable(),
  source: ANSWER_SOURCE.schema.nullable(),
  answeredOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
})
export type SurveyRow = z.infer<typeof SurveyRow>
export const SurveyQuery = PageQuery.extend({ q: SearchText, facilityId: Uuid.optional(), state: z.enum(SURVEY_STATES).optional(), grade: GRADE.schema.optional() })
export type SurveyQuery = z.infer<typeof SurveyQuery>
export const SurveyPage = pageOf(SurveyRow)

export const SurveyDetail = SurveyRow.extend({
  deathId: Uuid,
  billId: Uuid.nullable(),
  words: z.string(),
  enteredBy: z.string(),
  contactedOn: IsoDate.nullable(),
  outcome: FOLLOW_UP_OUTCOME.schema.nullable(),
  result: z.string(),
  steps: z.array(StepView),
  actions: z.array(z.string()),
  mayShowCode: z.boolean(),
})
export type SurveyDetail = z.infer<typeof SurveyDetail>
export const SurveyCodeShown = z.object({ code: z.string() })

const Share = z.object({
  invited: z.int(),
  answers: z.int(),
  satisfied: z.int(),
  dissatisfied: z.int(),
  /** Percent with two decimals; null where nobody answered. */
  rate: z.number().nullable(),
})
export const SatisfactionQuery = z.object({ year: z.coerce.number({ message: '年度应为数字' }).int('年度应为整数').min(2000, '年度超出范围').max(2100, '年度超出范围').optional() })
/** 满意率 = (非常满意 + 比较满意) ÷ answers, by the day of the answer; invitations by their own day. */
export const Satisfaction = z.object({ year: z.int(), total: Share, facilities: z.array(Share.extend({ id: Uuid, name: z.string() })), months: z.array(Share.extend({ month: z.string() })) })
export type Satisfaction = z.infer<typeof Satisfaction>
