import { capitalAmount, dateInChinese, formatYuan, monthInChinese } from '@xishan/domain'
import type { Paper, Section } from '@xishan/service-kit'
import { remedyText, type RecoveryDetail } from '@xishan/social-assistance-contract'

export interface NoticeCase {
  page: RecoveryDetail
  /** What may be done against it, and until when an agreement should be reached: parameters of the day. */
  reviewDays: number
  lawsuitMonths: number
  replyDays: number
  street: string
  today: string
  mark: Pick<Paper, 'footer' | 'watermark'>
}

const said = (text: string): Section => ({ kind: 'paragraph', text })

/** 追回告知书: what was paid too much month by month, on what ground, how it may come back, and the remedies. */
export function recoveryNotice({ page, reviewDays, lawsuitMonths, replyDays, street, today, mark }: NoticeCase): Paper {
  const due = page.entries.filter(({ kind }) => kind === 'DUE')
  return {
    ...mark,
    title: '最低生活保障金追回告知书',
    number: `追回编号：${page.number}`,
    format: 'letter',
    sections: [
      { kind: 'paragraph', style: 'address', text: `${page.debtor}：` },
      said(`经查，你户（待遇编号 ${page.benefitNumber}）存在多领取最低生活保障金的情况。事实和依据：${page.ground.replace(/[。；，]?$/, '。')}`),
      said(`多领取的金额合计 ${formatYuan(page.dueFen)} 元（大写：${capitalAmount(page.dueFen)}），按月明细如下：`),
      {
        kind: 'table',
        columns: [{ title: '月份', width: 50, align: 'centre' }, { title: '多领取金额（元）', width: 50, align: 'right' }],
        rows: [...due.map(({ month, amountFen }) => [month ? monthInChinese(month) : '', formatYuan(amountFen)]), ['合计', formatYuan(page.dueFen)]],
      },
      ...(page.settledFen > 0 ? [said(`截至${dateInChinese(today)}已收回 ${formatYuan(page.settledFen)} 元，尚欠 ${formatYuan(page.owedFen)} 元。`)] : []),
      said('根据《社会救助暂行办法》（国务院令第649号）的规定，现告知你户退回上述款项。可以一次退回、分期退回，或者经协商从以后月份的保障金中逐月抵扣。'),
      said(`请自收到本告知书之日起${replyDays}日内与我办协商退款方式。对上述事实和金额有异议的，可以向我办陈述意见、提交证据。`),
      said(remedyText(reviewDays, lawsuitMonths)),
      { kind: 'closing', issuer: street, date: today },
    ],
  }
}
