import { dateInChinese, formatYuan, label, monthInChinese } from '@xishan/domain'
import { traceSections, type Paper, type Section } from '@xishan/service-kit'
import { CHANGE_GROUND, CHANGE_PAPER, ruleTexts, type BenefitChangeDetail, type ChangePaper } from '@xishan/social-assistance-contract'

const said = (text: string): Section => ({ kind: 'paragraph', text })
const yuan = (fen: number): string => `${formatYuan(fen)} 元`
const sentence = (text: string): string => text.replace(/[。；，]?$/, '。')

/** What happens, in one sentence, and the months with it. */
function decision({ kind, beforeFen, proposedFen, fromMonth, lastMonth, newAccount, newHead, schedule }: BenefitChangeDetail): Section[] {
  const from = fromMonth ? monthInChinese(fromMonth) : ''
  switch (kind) {
    case 'RECOMPUTE':
      return [said(`经复核，你户最低生活保障金自${from}起由每月 ${yuan(beforeFen)}调整为每月 ${yuan(proposedFen ?? beforeFen)}。`)]
    case 'HOLD':
      return [said(`自${from}起暂缓发放你户最低生活保障金（每月 ${yuan(beforeFen)}）。缓发原因消除后，缓发期间应发的保障金予以补发。`)]
    case 'RESUME':
      return [said('缓发原因已经消除，恢复发放你户最低生活保障金，缓发期间应发的保障金予以补发。')]
    case 'GRADUAL_EXIT':
      return [
        said(`给予你户渐退期，按原金额发放至${lastMonth ? monthInChinese(lastMonth) : ''}，期满后停止发放：`),
        { kind: 'table', columns: [{ title: '月份', width: 50, align: 'centre' }, { title: '发放金额（元）', width: 50, align: 'right' }], rows: schedule.map(({ month, amountFen }) => [monthInChinese(month), formatYuan(amountFen)]) },
      ]
    case 'STOP':
      return [said(`你户最低生活保障金（每月 ${yuan(beforeFen)}）发放至${lastMonth ? monthInChinese(lastMonth) : ''}，自${from}起停止发放。`)]
    case 'ACCOUNT':
      return [said(`你户最低生活保障金的发放账户变更为${newAccount ? `${newAccount.bank}尾号 ${newAccount.lastFour} 的账户` : '新登记的账户'}。`)]
    case 'HEAD':
      return [said(`你户户主变更为${newHead ?? ''}。`)]
  }
}

function money({ arrears, recovery }: BenefitChangeDetail): Section[] {
  const sum = arrears.reduce((total, { amountFen }) => total + amountFen, 0)
  return [
    ...(sum > 0 ? [said(`已发放月份少发的 ${yuan(sum)}将予补发。`)] : []),
    ...(recovery ? [said(`已发放月份多发的 ${yuan(recovery.dueFen)}依法应予退回，具体事项另行告知（追回编号：${recovery.number}）。`)] : []),
  ]
}

/** 待遇变更、缓发、渐退、停发告知书: reason, article, amount before and after, from which month, and the remedies (57号 §32). */
export function changeNotice(page: BenefitChangeDetail, kind: ChangePaper, { issuer, mark }: { issuer: string; mark: Pick<Paper, 'footer' | 'watermark'> }): Paper {
  const decided = page.decidedOn ?? ''
  const failed = page.assessment?.trace.steps.filter(({ result }) => result === 'fail' || (page.kind === 'RECOMPUTE' && result === 'info' && page.assessment?.result === 'pass')) ?? []
  return {
    ...mark,
    title: `最低生活保障${label(CHANGE_PAPER, kind)}`,
    number: `变更编号：${page.number}`,
    format: 'letter',
    sections: [
      { kind: 'paragraph', style: 'address', text: `${page.applicantName}：` },
      said(`你户（待遇编号 ${page.benefitNumber}）因“${label(CHANGE_GROUND, page.ground)}”，情况如下：${sentence(page.content)}`),
      said(page.article ? `根据${page.article}的规定，现将有关事项告知如下：` : '现将有关事项告知如下：'),
      ...decision(page),
      ...money(page),
      ...(page.remedy ? [said(page.remedy)] : []),
      { kind: 'closing', issuer, ...(decided ? { date: decided } : {}) },
      ...(page.assessment && failed.length > 0 ? [{ kind: 'paragraph', style: 'note', text: ' ' } as const, ...traceSections({ ...page.assessment.trace, steps: failed }, ruleTexts, `附：认定依据（${decided ? dateInChinese(decided) : ''}）`)] : []),
    ],
  }
}
