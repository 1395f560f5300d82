import { label } from '@xishan/domain'
import { EXPORT_SUBJECT, FREE_CLASS, type SettlementLineRow } from '@xishan/funeral-management-contract'
import { exportedList, type ExportedList } from '@xishan/service-kit'

export const LINES = `select l.id, s.position, b.id as "billId", b.bill_number as "billNumber", b.issued_on::text as "issuedOn", b.reverses is not null as "isReversal", b.deceased_name as "deceasedName", b.free_class as "freeClass",
    l.code, l.name, l.unit, l.service_on::text as "serviceOn", l.free_quantity as "freeQuantity", l.unit_fen::float8 as "unitFen", l.free_fen::float8 as "freeFen", l.free_cause as "freeCause"`
export const OF_SETTLEMENT = `from settlement_line s join bill_line l on l.id = s.bill_line_id join bill b on b.id = l.bill_id`

export const settlementExport = ({ settlementId }: { settlementId: string }): ExportedList =>
  exportedList<SettlementLineRow>({
    title: label(EXPORT_SUBJECT, 'SETTLEMENT_LINES'),
    columns: [
      { title: '序号', width: 8 }, { title: '清单编号', width: 22 }, { title: '出具日期', kind: 'date' }, { title: '逝者', width: 12 }, { title: '惠民对象', width: 14 }, { title: '项目编码', width: 10 }, { title: '收费项目', width: 20 },
      { title: '服务日期', kind: 'date' }, { title: '减免数量', kind: 'number' }, { title: '单位', width: 8 }, { title: '单价', kind: 'money' }, { title: '减免金额', kind: 'money' }, { title: '减免事由', width: 30 }, { title: '备注', width: 10 },
    ],
    list: { sql: `${LINES} ${OF_SETTLEMENT} where s.settlement_id = $1 order by s.position`, parameters: [settlementId] },
    count: { sql: `select count(*)::int as count from settlement_line where settlement_id = $1`, parameters: [settlementId] },
    cells: (row) => [
      String(row.position), row.billNumber, row.issuedOn, row.deceasedName, label(FREE_CLASS, row.freeClass), row.code, row.name, row.serviceOn, row.freeQuantity, row.unit, row.unitFen, row.freeFen, row.freeCause, row.isReversal ? '冲销' : '',
    ],
  })
