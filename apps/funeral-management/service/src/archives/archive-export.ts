import { label } from '@xishan/domain'
import { EXPORT_SUBJECT, REGISTRATION, decadeInChinese, type HoldingFilters } from '@xishan/funeral-management-contract'
import { exportedList, type ExportedList } from '@xishan/service-kit'
import { holdingList, type ListedHolding } from './holding-list'

export const archiveExport = (filters: HoldingFilters): ExportedList =>
  exportedList<ListedHolding>({
    title: label(EXPORT_SUBJECT, 'ARCHIVES'),
    columns: [
      { title: '年代', width: 12 }, { title: '登记机关', width: 28 }, { title: '登记业务', width: 12 }, { title: '馆藏（卷）', kind: 'number' }, { title: '已数字化（卷）', kind: 'number' }, { title: '质检合格（卷）', kind: 'number' },
      { title: '未数字化（卷）', kind: 'number' }, { title: '计划完成日期', kind: 'date' }, { title: '最近登记月份', width: 14 }, { title: '存放位置', width: 24 },
    ],
    ...holdingList(filters),
    cells: (row) => [decadeInChinese(row.decade), row.officeName, label(REGISTRATION, row.registration), row.files, row.digitised, row.checked, row.files - row.digitised, row.targetOn, row.lastMonth ?? '', row.shelf],
  })
