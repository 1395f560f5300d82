import { IsoDate, codeSet, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

export const REFUSAL_GROUND = codeSet('不予确认的情形', '本平台约定', [
  ['INCOME', '家庭人均收入不低于当地最低生活保障标准'],
  ['PROPERTY', '家庭财产状况不符合规定'],
  ['MEMBERSHIP', '共同生活的家庭成员认定不符合规定'],
  ['SINGLE_ENTRY', '不符合单独提出申请的情形'],
  ['UNTRUE', '申报信息与核实情况不符'],
  ['OTHER', '其他不符合规定的情形'],
])
export type RefusalGround = CodeOf<typeof REFUSAL_GROUND>

export const DecisionView = z.object({
  outcome: z.enum(['CONFIRMED', 'REFUSED', 'NOT_ACCEPTED', 'TERMINATED']),
  decidedOn: IsoDate,
  decidedBy: z.string(),
  opinion: z.string(),
  ground: REFUSAL_GROUND.schema.nullable(),
  amountFen: z.int(),
  category: z.enum(['A', 'B', 'C']).nullable(),
  /** Paid from the month after the decision (57号 §21). */
  fromMonth: z.string().nullable(),
  remedy: z.string(),
})
export type DecisionView = z.infer<typeof DecisionView>

/** What the citizen may do against an adverse decision; it stands on the notice and on the page. The periods are parameters. */
export const remedyText = (reviewDays: number, lawsuitMonths: number): string =>
  `如不服本决定，可以自收到本决定之日起${reviewDays}日内依法申请行政复议，或者自收到本决定之日起${lawsuitMonths}个月内依法向人民法院提起行政诉讼。`
