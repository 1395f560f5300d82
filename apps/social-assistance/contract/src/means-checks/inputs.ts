import { AtVersion, Fen, IsoDate, Uuid, codeSet, optionalText, reasonText } from '@xishan/domain'
import { z } from 'zod'
import { CHECK_SOURCE } from './sources'

export const ANSWER_WAY = codeSet('取得方式', '本平台约定', [
  ['BY_HAND', '人工录入'],
  ['ADAPTER', '核对系统返回'],
])

export const FINDING = codeSet('核对结果', '本平台约定', [
  ['CONSISTENT', '与申报一致'],
  ['NOTHING_FOUND', '未发现记录'],
  ['DIFFERENT', '与申报不一致'],
  ['NO_REPLY', '未返回'],
])

/** One source's dated answer about one member. */
export const CheckAnswer = z
  .object({
    memberId: Uuid,
    source: CHECK_SOURCE.schema,
    answeredOn: IsoDate,
    finding: FINDING.schema,
    /** What the source reports, where it is an amount. */
    amountFen: Fen.nullable().default(null),
    details: optionalText('核对情况', 500),
  })
  .refine(({ finding, details }) => finding !== 'DIFFERENT' || details.length > 0, { path: ['details'], message: '与申报不一致的，请写明核对到的情况' })
export type CheckAnswer = z.infer<typeof CheckAnswer>

/** Answers entered together; a later answer about the same member from the same source replaces the earlier one. */
export const EnterAnswers = AtVersion.extend({ answers: z.array(CheckAnswer).min(1, '请至少填写一项核对结果').max(300, '一次最多录入 300 项') })
export const ConcludePassed = AtVersion.extend({ conclusion: reasonText('核对结论', 1000) })
export const ConcludeNotPassed = AtVersion.extend({ conclusion: reasonText('核对结论（不符合的事项）', 1000) })
/** The applicant was told what was found (57号 §18). */
export const TellResult = AtVersion.extend({ toldOn: IsoDate, remark: optionalText('告知情况', 300) })
export const RequestRecheck = AtVersion.extend({ reason: reasonText('申请人异议', 1000) })
