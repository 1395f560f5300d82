import { label } from '@xishan/domain'
import { ASHES, EXPORT_SUBJECT, type CremationQuery, type CremationRow } from '@xishan/funeral-management-contract'
import { exportedList, shanghaiTime, type ExportedList } from '@xishan/service-kit'
import { cremationList } from './cremation-list'

export const cremationExport = (filters: Omit<CremationQuery, 'after' | 'limit'>): ExportedList =>
  exportedList<CremationRow>({
    title: label(EXPORT_SUBJECT, 'CREMATIONS'),
    columns: [
      { title: '记录编号', width: 22 }, { title: '火化证明编号', width: 20 }, { title: '逝者', width: 12 }, { title: '证件号码', width: 22 }, { title: '死亡日期', kind: 'date' }, { title: '火化时间', width: 18 },
      { title: '殡仪馆', width: 20 }, { title: '炉号', width: 8 }, { title: '骨灰领取人', width: 12 }, { title: '骨灰去向', width: 14 }, { title: '死亡登记编号', width: 22 },
    ],
    ...cremationList(filters),
    cells: (row) => [
      row.number, row.certificateNumber, row.deceasedName, row.documentMasked, row.diedOn, shanghaiTime(new Date(row.crematedAt)), row.hall, row.furnace, row.ashReceiver, label(ASHES, row.ashes), row.deathNumber,
    ],
  })
