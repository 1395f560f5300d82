import { label } from '@xishan/domain'
import { DISPOSITION_KIND, DISPOSITION_STATE, EXPORT_SUBJECT, REMAINS, countsAsEco, type DispositionQuery } from '@xishan/funeral-management-contract'
import { exportedList, type ExportedList } from '@xishan/service-kit'
import { dispositionList, type ListedDisposition } from './disposition-list'

export const dispositionExport = (filters: Omit<DispositionQuery, 'after' | 'limit'>, today: string): ExportedList =>
  exportedList<ListedDisposition>({
    title: label(EXPORT_SUBJECT, 'DISPOSITIONS'),
    columns: [
      { title: '记录编号', width: 22 }, { title: '逝者', width: 12 }, { title: '证件号码', width: 22 }, { title: '安放方式', width: 16 }, { title: '安放对象', width: 10 }, { title: '节地生态', width: 10 }, { title: '安放日期', kind: 'date' },
      { title: '安放地点', width: 30 }, { title: '安放（葬）证编号', width: 18 }, { title: '状态', width: 14 },
    ],
    ...dispositionList(filters, today),
    cells: (row) => [
      row.number, row.deceasedName, row.documentMasked, label(DISPOSITION_KIND, row.kind), label(REMAINS, row.remains), row.kind === 'TEMPORARY' ? '不计' : countsAsEco(row.kind, row.disposedOn) ? '是' : '否', row.disposedOn,
      row.place, row.certificateNumber, label(DISPOSITION_STATE, row.state),
    ],
  })
