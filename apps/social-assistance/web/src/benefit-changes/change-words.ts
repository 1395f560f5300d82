import { formatYuan, monthInChinese } from '@xishan/domain'
import type { BenefitChangeDetail } from '@xishan/social-assistance-contract'

type Told = Pick<BenefitChangeDetail, 'kind' | 'outcome' | 'beforeFen' | 'proposedFen' | 'fromMonth' | 'lastMonth' | 'newAccount' | 'newHead'>

/** What is proposed or decided, in one sentence; nothing while nobody has said. */
export function outcomeWords({ kind, outcome, beforeFen, proposedFen, fromMonth, lastMonth, newAccount, newHead }: Told): string {
  if (kind === 'ACCOUNT') return newAccount ? `发放账户改为 ${newAccount.bank} 尾号 ${newAccount.lastFour}（${newAccount.holder}）` : '更换发放账户'
  if (kind === 'HEAD') return `户主改为 ${newHead ?? '（未选择）'}`
  if (kind === 'RESUME') return '解除缓发，缓发期间应发的保障金转为补发'
  if (outcome === null) return ''
  if (outcome === 'UNCHANGED') return `经复核无变化，仍为每月 ${formatYuan(beforeFen)} 元`
  if (kind === 'HOLD') return `自 ${fromMonth ? monthInChinese(fromMonth) : '本月'}起缓发，每月 ${formatYuan(beforeFen)} 元`
  if (kind === 'GRADUAL_EXIT') return `按每月 ${formatYuan(beforeFen)} 元渐退，发至 ${lastMonth ? monthInChinese(lastMonth) : ''}`
  if (kind === 'STOP') return `发至 ${lastMonth ? monthInChinese(lastMonth) : ''}后停发（原每月 ${formatYuan(beforeFen)} 元）`
  return `自 ${fromMonth ? monthInChinese(fromMonth) : ''}起由每月 ${formatYuan(beforeFen)} 元改为 ${formatYuan(proposedFen ?? beforeFen)} 元`
}

/** With its sign, as one says it. */
export const changeInWords = (fen: number): string => (fen === 0 ? '金额不变' : `${fen > 0 ? '增加' : '减少'} ${formatYuan(Math.abs(fen))} 元`)
