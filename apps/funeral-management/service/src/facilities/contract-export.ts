import { label, labelOf } from '@xishan/domain'
import { EXPORT_SUBJECT, graveContractLifecycle, type GraveContractQuery } from '@xishan/funeral-management-contract'
import { exportedList, type ExportedList } from '@xishan/service-kit'
import { contractList, type ListedContract } from './contract-list'

export const contractExport = (filters: Omit<GraveContractQuery, 'after' | 'limit'>): ExportedList =>
  exportedList<ListedContract>({
    title: label(EXPORT_SUBJECT, 'GRAVE_CONTRACTS'),
    columns: [
      { title: '合同编号', width: 22 }, { title: '持有人', width: 12 }, { title: '使用人', width: 12 }, { title: '设施', width: 22 }, { title: '墓区', width: 14 }, { title: '墓位', width: 14 }, { title: '状态', width: 18 },
      { title: '签订日期', kind: 'date' }, { title: '到期日期', kind: 'date' }, { title: '续期告知', kind: 'date' }, { title: '维护费缴至', kind: 'date' },
    ],
    ...contractList(filters),
    cells: (row) => [
      row.number, row.holderName, row.userName, row.facilityName, row.zoneName, `${row.row} 排 ${row.column} 号`, labelOf(graveContractLifecycle, row.state), row.signedOn, row.expiresOn, row.notifiedOn, row.feePaidUntil,
    ],
  })
