import { capitalAmount, formatYuan, label } from '@xishan/domain'
import { FREE_CLASS, SERVICE_CLASS, type BillDetail } from '@xishan/funeral-management-contract'
import type { Paper } from '@xishan/service-kit'

const inCapitals = (amount: number): string => (amount < 0 ? `负${capitalAmount(-amount)}` : capitalAmount(amount))

/** 殡葬服务费用清单, as the family signs it. */
export function billPaper(bill: BillDetail, mark: Pick<Paper, 'footer' | 'watermark'>): Paper {
  const isDraft = bill.billNumber === null
  return {
    ...mark,
    title: bill.reverses ? '殡葬服务费用清单（冲销）' : isDraft ? '殡葬服务费用清单（草稿，不作收费凭据）' : '殡葬服务费用清单',
    number: isDraft ? `草稿编号：${bill.number}` : `清单编号：${bill.billNumber}`,
    format: 'form',
    orientation: 'landscape',
    sections: [
      {
        kind: 'fields',
        perRow: 3,
        fields: [
          { label: '服务机构', value: bill.facilityName },
          { label: '逝者', value: bill.deceasedName },
          { label: '死亡日期', value: bill.diedOn },
          { label: '付款人', value: `${bill.payerName}（${bill.payerRelation}）` },
          { label: '出具日期', value: bill.issuedOn ?? '' },
          { label: '原清单', value: bill.reverses ? bill.reverses.billNumber : '无' },
          { label: '惠民减免', value: bill.freeClass ? `${label(FREE_CLASS, bill.freeClass)}，依据：${bill.evidence}` : '无', wide: true },
        ],
      },
      {
        kind: 'table',
        group: '明细',
        columns: [
          { title: '项目', width: 22 }, { title: '类别', width: 20 }, { title: '服务日期', width: 13 }, { title: '单价（元）', width: 12, align: 'right' }, { title: '数量', width: 10, align: 'right' },
          { title: '金额（元）', width: 13, align: 'right' }, { title: '减免（元）', width: 13, align: 'right' }, { title: '应付（元）', width: 13, align: 'right' },
        ],
        rows: [
          ...bill.lines.map((line) => [
            `${line.code} ${line.name}`, label(SERVICE_CLASS, line.serviceClass), line.serviceOn, formatYuan(line.unitFen), `${line.quantity} ${line.unit}`, formatYuan(line.grossFen), formatYuan(line.freeFen), formatYuan(line.grossFen - line.freeFen),
          ]),
          ['合计', '', '', '', '', formatYuan(bill.grossFen), formatYuan(bill.freeFen), formatYuan(bill.dueFen)],
        ],
      },
      { kind: 'fields', perRow: 1, fields: [{ label: '应付合计', value: `${formatYuan(bill.dueFen)} 元（大写：${inCapitals(bill.dueFen)}）`, wide: true }] },
      { kind: 'opinion', label: '服务机构', text: '以上项目均在公示价目内，按服务日期的公示价格计算。', signatures: [{ role: '经办人（签字）', name: bill.recordedBy }], sealed: true, ...(bill.issuedOn ? { date: bill.issuedOn } : {}) },
      { kind: 'opinion', label: '家属确认', text: '', signatures: [{ role: '付款人（签字）' }] },
    ],
  }
}
