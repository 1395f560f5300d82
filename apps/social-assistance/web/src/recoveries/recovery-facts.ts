import { formatYuan, label, monthInChinese } from '@xishan/domain'
import { RECOVERY_CAUSE, RECOVERY_CAUSE_KIND, RECOVERY_WAY, type RecoveryDetail } from '@xishan/social-assistance-contract'

interface Fact {
  title: string
  text: string
}
const yuan = (fen: number): string => `${formatYuan(fen)} 元`

export const foundFacts = (page: RecoveryDetail): Fact[] => [
  { title: '多发原因', text: label(RECOVERY_CAUSE, page.cause) },
  { title: '发现途径', text: label(RECOVERY_CAUSE_KIND, page.causeKind) },
  { title: '发现', text: `${page.foundOn} ${page.foundBy}` },
  { title: '退款义务人', text: page.debtor },
  { title: '待遇编号', text: page.benefitNumber },
  ...page.openMonths.map(({ month, paidFen }) => ({ title: '待核定多发金额', text: `${monthInChinese(month)}，已发 ${yuan(paidFen)}` })),
  { title: '当前月保障金额', text: page.monthlyFen > 0 ? yuan(page.monthlyFen) : '已不发放' },
]

/** What was agreed and done, as far as it has come. */
export const agreedFacts = (page: RecoveryDetail): Fact[] => [
  ...(page.notifiedOn ? [{ title: '告知', text: `${page.notifiedOn} ${page.notifiedWay ?? ''}，${page.notifiedTo} 签收` }] : []),
  ...(page.agreedOn && page.way ? [{ title: '协商', text: `${page.agreedOn} ${label(RECOVERY_WAY, page.way)}${page.monthlyOffsetFen ? `，每月 ${yuan(page.monthlyOffsetFen)}` : ''}` }] : []),
  ...(page.court ? [{ title: '人民法院', text: page.court }] : []),
  ...(page.writeOffDocument ? [{ title: '财政部门批复', text: page.writeOffDocument }] : []),
  ...(page.fine ? [{ title: '罚款（不计入应追回）', text: `${yuan(page.fine.amountFen)}，${page.fine.document}，${page.fine.finedOn}` }] : []),
  ...(page.closedOn ? [{ title: '办结', text: `${page.closedOn} ${page.closedBecause}` }] : []),
]
