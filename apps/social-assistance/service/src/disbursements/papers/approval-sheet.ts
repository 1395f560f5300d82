import { capitalAmount, formatYuan, label, monthInChinese, type StepView } from '@xishan/domain'
import type { Opinion, Paper } from '@xishan/service-kit'
import { BATCH_KIND, FUND_SOURCE, LINE_KIND } from '@xishan/social-assistance-contract'
import { BUREAU, standingStep, type PaperBatch } from './batch-paper'

const SIGNATURES = [
  { action: 'submit', label: '制表', role: '经办人（签字）' },
  { action: 'approveBySection', label: '科室审核意见', role: '科长（签字）' },
  { action: 'approveByFinance', label: '财务复核意见', role: '财务（签字）' },
  { action: 'approveByLeader', label: '分管领导意见', role: '分管领导（签字）' },
  { action: 'approveByDirector', label: '局长签批', role: '局长（签字）', sealed: true },
] as const

const signed = ({ action, label: title, role, ...rest }: (typeof SIGNATURES)[number], step: StepView | undefined): Opinion => ({
  kind: 'opinion',
  label: title,
  text: step?.opinion ?? '',
  signatures: [{ role, ...(step ? { name: step.actorName } : {}) }],
  ...('sealed' in rest ? { sealed: true } : {}),
  ...(step ? { date: step.businessDate } : {}),
})

/** 汇总审批表: what the batch comes to, from which funds, and who signed. */
export function approvalSheet({ batch, streets, mark }: PaperBatch): Paper {
  const paid = batch.sums.filter(({ state }) => state !== 'HELD' && state !== 'CANCELLED')
  const kinds = LINE_KIND.codes.flatMap((kind) => {
    const rows = paid.filter((row) => row.kind === kind)
    const sum = (of: 'lines' | 'amountFen' | 'offsetFen' | 'payFen') => rows.reduce((total, row) => total + row[of], 0)
    return rows.length > 0 ? [[label(LINE_KIND, kind), String(sum('lines')), formatYuan(sum('amountFen')), formatYuan(sum('offsetFen')), formatYuan(sum('payFen'))]] : []
  })
  return {
    ...mark,
    title: `${monthInChinese(batch.month)}最低生活保障金发放汇总审批表`,
    number: batch.number,
    format: 'form',
    sections: [
      {
        kind: 'fields',
        perRow: 2,
        fields: [
          { label: '填报单位', value: BUREAU },
          { label: '批次类型', value: label(BATCH_KIND, batch.kind) },
          { label: '发放户数', value: `${batch.households} 户` },
          { label: '发放明细', value: `${batch.lines} 条` },
          { label: '实发合计', value: `${formatYuan(batch.totalFen)} 元（大写：${capitalAmount(batch.totalFen)}）`, wide: true },
          { label: '缓发', value: batch.heldLines === 0 ? '无' : `${batch.heldLines} 条，${formatYuan(batch.heldFen)} 元`, wide: true },
        ],
      },
      {
        kind: 'table',
        group: '分项',
        columns: [{ title: '发放项目', width: 24 }, { title: '明细（条）', width: 14, align: 'right' }, { title: '应发（元）', width: 20, align: 'right' }, { title: '抵扣（元）', width: 16, align: 'right' }, { title: '实发（元）', width: 20, align: 'right' }],
        rows: kinds,
        empty: '没有发放明细',
      },
      {
        kind: 'table',
        group: '街道',
        columns: [{ title: '街道', width: 28 }, { title: '户数', width: 14, align: 'right' }, { title: '人数', width: 14, align: 'right' }, { title: '明细（条）', width: 16, align: 'right' }, { title: '实发（元）', width: 24, align: 'right' }],
        rows: streets.map(({ name, households, people, lines, payFen }) => [name, String(households), String(people), String(lines), formatYuan(payFen)]),
        empty: '没有发放明细',
      },
      {
        kind: 'table',
        group: '资金',
        columns: [{ title: '资金来源', width: 24 }, { title: '指标文号', width: 44 }, { title: '金额（元）', width: 24, align: 'right' }],
        rows: batch.funds.map(({ source, document, amountFen }) => [label(FUND_SOURCE, source), document, formatYuan(amountFen)]),
        empty: '尚未填写',
      },
      ...SIGNATURES.map((signature) => signed(signature, standingStep(batch, signature.action))),
    ],
  }
}
