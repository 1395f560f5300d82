import { formatYuan, label, monthInChinese } from '@xishan/domain'
import { BATCH_FINDING, type BatchLineDetail } from '@xishan/social-assistance-contract'

/** What a line was computed from, in sentences. */
export function basisOf({ trace, amountFen, offsetFen, payFen }: Pick<BatchLineDetail, 'trace' | 'amountFen' | 'offsetFen' | 'payFen'>): string[] {
  const { amount, payable, hold, offset, lastFen } = trace
  return [
    ...(amount ? [`应发 ${formatYuan(amount.fen)} 元：自${monthInChinese(amount.from)}起的月保障金，${amount.reason}`] : []),
    ...(payable ? [`应发 ${formatYuan(amountFen)} 元：${payable.cause}（${payable.createdOn} 登记）`] : []),
    ...(offset ? [`追回抵扣 ${formatYuan(offsetFen)} 元，本条最多可抵扣 ${formatYuan(offset.limitFen)} 元`] : []),
    ...(lastFen === undefined ? [] : [`上月当月保障金 ${formatYuan(lastFen)} 元${lastFen === amountFen ? '，金额不变' : `，本月${amountFen > lastFen ? '增加' : '减少'} ${formatYuan(Math.abs(amountFen - lastFen))} 元`}`]),
    ...(hold ? [`自${monthInChinese(hold.from)}起缓发`] : []),
    `实发 ${formatYuan(payFen)} 元`,
  ]
}

/** Each check with whether it passed. */
export const checksOf = ({ trace }: Pick<BatchLineDetail, 'trace'>): { title: string; passed: boolean }[] =>
  BATCH_FINDING.codes.flatMap((code) => {
    const passed = trace.checks[code]
    return passed === undefined ? [] : [{ title: label(BATCH_FINDING, code), passed }]
  })
