import { dateInChinese, label } from '@xishan/domain'
import { GRAVE_KIND, placeWords, type GraveDetail } from '@xishan/funeral-management-contract'
import type { Paper, Section } from '@xishan/service-kit'

const said = (text: string): Section => ({ kind: 'paragraph', text })
const sentence = (text: string): string => text.replace(/[。；，]?$/, '。')

/** 责令整改通知书: what was found where, the rule it breaks, what is to be done and by when. */
export function graveNotice(page: GraveDetail & { notice: NonNullable<GraveDetail['notice']> }, issuer: string, mark: Pick<Paper, 'footer' | 'watermark'>): Paper {
  const { notice, rule } = page
  const term = notice.servedOn && page.dueOn ? `（即 ${dateInChinese(page.dueOn)}前）` : ''
  return {
    ...mark,
    title: '责令整改通知书',
    number: `通知编号：${notice.number}`,
    format: 'letter',
    sections: [
      { kind: 'paragraph', style: 'address', text: `${page.holderName || '墓主或建造人'}：` },
      said(`经查，位于${page.placeName}${page.place}（${placeWords(page)}）的坟墓属于${label(GRAVE_KIND, page.kind)}。核实情况：${sentence(page.findings)}`),
      said(`上述情况违反${rule.article}：${rule.text}`),
      said(`现责令你（单位）自收到本通知之日起 ${notice.days} 日内${term}完成以下整改：${sentence(notice.requirement)}`),
      said('整改期限内确有困难的，可以在期限届满前书面申请延期一次。对上述事实有异议的，可以向我单位陈述意见、提交证据。'),
      { kind: 'closing', issuer, date: notice.issuedOn },
      { kind: 'opinion', label: '送达情况', text: notice.servedOn ? `${notice.servedWay}，${notice.receivedBy}签收` : '', signatures: [{ role: '签收人' }, { role: '送达人' }], ...(notice.servedOn ? { date: notice.servedOn } : {}) },
    ],
  }
}
