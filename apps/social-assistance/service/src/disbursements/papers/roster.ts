import { formatYuan, label, monthInChinese } from '@xishan/domain'
import type { Paper } from '@xishan/service-kit'
import { LINE_KIND, LINE_STATE } from '@xishan/social-assistance-contract'
import { BUREAU, type PaperBatch } from './batch-paper'

const sumOf = (lines: PaperBatch['lines']): string => `${new Set(lines.map(({ householdId }) => householdId)).size} 户 ${lines.length} 条，${formatYuan(lines.reduce((sum, { payFen }) => sum + payFen, 0))} 元`

/** 发放花名册, to be printed and signed: every line of the batch or of one place, those that are not paid marked. */
export const roster = ({ batch, place, lines, mark }: PaperBatch): Paper => ({
  ...mark,
  title: `${place}${monthInChinese(batch.month)}最低生活保障金发放花名册`,
  number: batch.number,
  format: 'form',
  orientation: 'landscape',
  sections: [
    { kind: 'paragraph', style: 'note', text: `${BUREAU}　实发 ${sumOf(lines.filter(({ state }) => state !== 'HELD' && state !== 'CANCELLED'))}；缓发 ${sumOf(lines.filter(({ state }) => state === 'HELD'))}` },
    {
      kind: 'table',
      small: true,
      columns: [
        { title: '序号', width: 6, align: 'right' }, { title: '申请人', width: 11 }, { title: '证件号码', width: 20 }, { title: '社区（村）', width: 20 }, { title: '人数', width: 6, align: 'right' },
        { title: '发放项目', width: 13 }, { title: '月份', width: 9 }, { title: '应发（元）', width: 12, align: 'right' }, { title: '抵扣（元）', width: 10, align: 'right' }, { title: '实发（元）', width: 12, align: 'right' },
        { title: '账户', width: 16 }, { title: '备注', width: 12 },
      ],
      rows: lines.map((line) => [
        String(line.seq), line.applicantName, line.documentMasked, line.communityName || line.streetName, String(line.members), label(LINE_KIND, line.kind), line.month, formatYuan(line.amountFen),
        line.offsetFen === 0 ? '' : formatYuan(line.offsetFen), formatYuan(line.payFen), line.accountLastFour ? `${line.accountHolder ?? ''} 尾号${line.accountLastFour}` : '未登记',
        line.state === 'PENDING' ? '' : label(LINE_STATE, line.state),
      ]),
      empty: '没有发放明细',
    },
  ],
})
