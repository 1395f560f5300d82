import { AtVersion, IsoDate, codeSet, defineLifecycle, optionalText, reasonText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

export const GRADE = codeSet('满意度', '五级评价，本平台约定', [
  ['VERY_SATISFIED', '非常满意'],
  ['SATISFIED', '比较满意'],
  ['NEUTRAL', '一般'],
  ['DISSATISFIED', '不满意'],
  ['VERY_DISSATISFIED', '非常不满意'],
])
export type Grade = CodeOf<typeof GRADE>

/** What counts into the rate (specification E2: very and fairly satisfied). */
export const isSatisfied = (grade: Grade): boolean => grade === 'VERY_SATISFIED' || grade === 'SATISFIED'
/** What somebody of the bureau has to speak with the family about. */
export const asksForFollowUp = (grade: Grade): boolean => grade === 'DISSATISFIED' || grade === 'VERY_DISSATISFIED'

/** How an answer came in through a clerk; the family's own comes by the link. */
export const ANSWER_SOURCE = codeSet('评价来源', '本平台约定', [
  ['LINK', '家属自行评价'],
  ['TELEPHONE', '电话回访'],
  ['PAPER', '纸质评价表'],
])
export type AnswerSource = CodeOf<typeof ANSWER_SOURCE>

export const FOLLOW_UP_OUTCOME = codeSet('回访结果', '本平台约定', [
  ['RESOLVED', '已解决，家属认可'],
  ['EXPLAINED', '已解释说明'],
  ['REFERRED', '转服务机构整改'],
  ['UNREACHED', '多次联系不上'],
])
export type FollowUpOutcome = CodeOf<typeof FOLLOW_UP_OUTCOME>

const Answer = { grade: GRADE.schema, words: optionalText('意见和建议', 500) }

export const surveyInputs = {
  invite: z.object({}),
  answer: AtVersion.extend({ ...Answer, source: z.enum(['TELEPHONE', 'PAPER'], { message: '请选择电话回访或纸质评价表' }), answeredOn: IsoDate }),
  complain: z.object({}),
  followUp: AtVersion.extend({ contactedOn: IsoDate, outcome: FOLLOW_UP_OUTCOME.schema, result: reasonText('回访情况') }),
} as const

/** What the family sends by its code, which is all that they need. */
export const SurveyCode = z.string({ message: '请填写评价码' }).trim().toUpperCase().regex(/^[A-Z2-7]{20}$/, '评价码为 20 位字母和数字，请核对')
export const AnswerByCode = z.object({ code: SurveyCode, ...Answer })
export type AnswerByCode = z.infer<typeof AnswerByCode>

/** 服务满意度评价: asked once after a service; who was not satisfied is spoken with. */
export const surveyLifecycle = defineLifecycle({
  name: 'survey',
  title: '服务满意度评价',
  initial: 'INVITED',
  states: {
    INVITED: { label: '待评价', step: 1 },
    ANSWERED: { label: '已评价', step: 2, final: true },
    FOLLOW_UP: { label: '不满意，待回访', step: 2, heldBy: ['BU_CLERK'] },
    CLOSED: { label: '已回访', step: 3, final: true },
  },
  actions: {
    invite: { label: '发起评价', from: [], to: 'INVITED', by: ['BU_CLERK', 'ST_CLERK'], input: surveyInputs.invite },
    answer: { label: '登记评价', from: ['INVITED'], to: 'ANSWERED', by: ['BU_CLERK', 'ST_CLERK', 'SERVICE'], input: surveyInputs.answer },
    complain: { label: '登记不满意的评价', from: ['INVITED'], to: 'FOLLOW_UP', by: ['BU_CLERK', 'ST_CLERK', 'SERVICE'], input: surveyInputs.complain },
    followUp: { label: '登记回访', from: ['FOLLOW_UP'], to: 'CLOSED', by: ['BU_CLERK'], input: surveyInputs.followUp },
  },
})
export type SurveyState = keyof typeof surveyLifecycle.states
export const SURVEY_STATES = Object.keys(surveyLifecycle.states) as SurveyState[]
