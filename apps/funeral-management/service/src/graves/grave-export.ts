import { label, labelOf } from '@xishan/domain'
import { EXPORT_SUBJECT, GRAVE_KIND, GRAVE_SOURCE, graveLifecycle, type GraveQuery } from '@xishan/funeral-management-contract'
import { exportedList, type ExportedList, type PlaceNames } from '@xishan/service-kit'
import { graveList, graveRow, type ListedGrave } from './grave-list'

export const graveExport = (filters: Omit<GraveQuery, 'after' | 'limit'>, today: string, names: PlaceNames): ExportedList =>
  exportedList<ListedGrave>({
    title: label(EXPORT_SUBJECT, 'ILLEGAL_GRAVES'),
    columns: [
      { title: '编号', width: 22 }, { title: '种类', width: 14 }, { title: '街道、社区', width: 24 }, { title: '具体位置', width: 30 }, { title: '发现日期', kind: 'date' }, { title: '发现途径', width: 14 },
      { title: '墓主或建造人', width: 14 }, { title: '状态', width: 20 }, { title: '整改通知', width: 22 }, { title: '期限', kind: 'date' },
    ],
    ...graveList(filters, today),
    cells: (stored) => {
      const row = graveRow(stored, names, today)
      return [row.number, label(GRAVE_KIND, row.kind), row.placeName, row.place, row.foundOn, label(GRAVE_SOURCE, row.source), row.holderMasked, labelOf(graveLifecycle, row.state), row.noticeNumber, row.dueOn]
    },
  })
