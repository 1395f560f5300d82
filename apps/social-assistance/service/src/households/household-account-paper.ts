import { formatYuan, label, monthInChinese } from '@xishan/domain'
import type { Paper } from '@xishan/service-kit'
import { ACCOUNT_PERIODS, LINE_KIND, LINE_STATE, type AccountMonth, type HouseholdAccount } from '@xishan/social-assistance-contract'

const yuan = (fen: number): string => (fen === 0 ? '' : formatYuan(fen))

function details({ period, lines, payables, because }: AccountMonth): string {
  const parts = lines.map(({ kind, state, cause, batch }) => `${label(LINE_KIND, kind)}：${cause}，${label(LINE_STATE, state)}${batch ? `（${batch.number}）` : ''}`)
  const waiting = payables.map(({ kind, cause, amountFen }) => `${label(LINE_KIND, kind)}待发 ${formatYuan(amountFen)}：${cause}`)
  return [ACCOUNT_PERIODS[period], because, ...parts, ...waiting].filter(Boolean).join('；')
}

/** 家庭账户清单: every month with what was due, paid, kept back and still to come. */
export function householdAccountPaper(account: HouseholdAccount, mark: Pick<Paper, 'footer' | 'watermark'>): Paper {
  const { totals } = account
  return {
    ...mark,
    title: '最低生活保障家庭账户清单',
    number: `家庭编号：${account.number}`,
    format: 'form',
    orientation: 'landscape',
    sections: [
      {
        kind: 'fields',
        perRow: 3,
        fields: [
          { label: '户主', value: account.applicantName },
          { label: '社区（村）', value: account.communityName },
          { label: '应发合计（元）', value: formatYuan(totals.dueFen + totals.oneOffFen) },
          { label: '已发合计（元）', value: formatYuan(totals.paidFen) },
          { label: '其中系统启用前（元）', value: formatYuan(totals.onPaperFen) },
          { label: '抵扣追回（元）', value: formatYuan(totals.offsetFen) },
          { label: '缓发（元）', value: formatYuan(totals.heldFen) },
          { label: '在途（元）', value: formatYuan(totals.underWayFen) },
          { label: '多发应追回（元）', value: formatYuan(totals.overpaidFen) },
        ],
      },
      {
        kind: 'table',
        small: true,
        columns: [
          { title: '月份', width: 11 }, { title: '应发', width: 9, align: 'right' }, { title: '一次性', width: 8, align: 'right' }, { title: '已发', width: 9, align: 'right' }, { title: '抵扣', width: 8, align: 'right' },
          { title: '缓发', width: 8, align: 'right' }, { title: '在途', width: 8, align: 'right' }, { title: '多发', width: 8, align: 'right' }, { title: '依据和明细', width: 45 },
        ],
        rows: account.months.map((month) => [
          monthInChinese(month.month), formatYuan(month.dueFen), yuan(month.oneOffFen), formatYuan(month.paidFen), yuan(month.offsetFen), yuan(month.heldFen), yuan(month.underWayFen), yuan(month.overpaidFen), details(month),
        ]),
        empty: '没有待遇月份',
      },
    ],
  }
}
