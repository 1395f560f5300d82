import { addDays, type Saved } from '@xishan/domain'
import { asksForFollowUp, type FollowUpOutcome, type Grade } from '@xishan/funeral-management-contract'
import { AnswerSurvey } from '@xishan/funeral-management-service'
import { CIPHERS, calendar, type Ciphers } from '@xishan/service-kit'
import type { IssuedBill } from './bills'
import type { Diary } from './diary'

const ANSWERED = 0.67
const GRADES: readonly (readonly [Grade, number])[] = [['VERY_SATISFIED', 54], ['SATISFIED', 34], ['NEUTRAL', 7], ['DISSATISFIED', 4], ['VERY_DISSATISFIED', 1]]
/** Answers from this day on that nobody has spoken with the family about. */
const NOT_YET = '2025-09-12'
/** So that there are some: families of these days were not satisfied. */
const LATELY = ['2025-09-10', '2025-09-16', '2025-09-22']

const WORDS: Readonly<Record<Grade, readonly string[]>> = {
  VERY_SATISFIED: ['', '工作人员耐心细致，手续一次办好。', '接运及时，态度很好。', '感谢工作人员的帮助。'],
  SATISFIED: ['', '', '总体不错，停车位少了一点。', '流程清楚，收费公开。'],
  NEUTRAL: ['', '等候时间有点长。', '告别厅布置比较简单。'],
  DISSATISFIED: ['当天等了两个多小时才安排火化，没有人解释。', '守灵室空调不制冷，反映后没有人处理。', '清单上的项目看不明白，窗口解释不清楚。'],
  VERY_DISSATISFIED: ['约好的接运车晚到一个半小时，家属很着急，希望给个说法。'],
}
const OUTCOMES: readonly (readonly [FollowUpOutcome, string])[] = [
  ['RESOLVED', '已向家属致歉并说明原因，服务机构已调整当日排班，家属表示认可'],
  ['REFERRED', '已转服务机构整改，维修设备并加强巡查'],
  ['EXPLAINED', '已逐项解释收费项目和公示价格，家属表示理解'],
]

/** Two families of three say what they thought of the service; who was not satisfied is called. */
export function planAnswer(diary: Diary, { id: billId, on, draw: of }: IssuedBill): void {
  const { past } = diary
  const own = of.of('answer')
  const isLately = LATELY.some((day) => calendar.onOrAfter(day) === on)
  if (!isLately && !own.chance(ANSWERED)) return
  const grade = isLately && own.chance(0.5) ? 'DISSATISFIED' : own.weighted(GRADES)
  const words = own.pick(WORDS[grade])
  const answeredOn = calendar.onOrAfter(addDays(on, isLately ? 2 : own.int(1, 24)))
  const byFamily = own.chance(0.6)
  diary.plan(answeredOn, async () => {
    const [survey] = await past.ask<Saved & { code: string }>(`select id, version, code_sealed as code from survey where bill_id = $1`, [billId])
    // Asked before, at another service of the same facility.
    if (!survey) return
    const answers = past.its(AnswerSurvey)
    if (byFamily) await answers.byCode({ code: past.service.get<Ciphers>(CIPHERS).decrypt(survey.code), grade, words })
    else await answers.byClerk(past.bureau('BU_CLERK', answeredOn), survey.id, { version: survey.version, grade, words, source: own.chance(0.7) ? 'TELEPHONE' : 'PAPER', answeredOn })
    if (!asksForFollowUp(grade) || answeredOn >= NOT_YET) return
    const [outcome, result] = own.pick(OUTCOMES)
    const contactedOn = calendar.addWorkingDays(answeredOn, own.int(1, 4))
    diary.plan(contactedOn, async () => {
      const [asked] = await past.ask<Saved>(`select id, version from survey where id = $1`, [survey.id])
      return answers.followUp(past.bureau('BU_CLERK', contactedOn), survey.id, { version: asked?.version ?? 0, contactedOn, outcome, result })
    })
  })
}
