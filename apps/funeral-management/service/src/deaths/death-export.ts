import { label, labelOf } from '@xishan/domain'
import { DEATH_SOURCE_LABEL, EXPORT_SUBJECT, deathLifecycle, type DeathQuery } from '@xishan/funeral-management-contract'
import { exportedList, type ExportedList, type PlaceNames } from '@xishan/service-kit'
import { deathList, deathRow, type ListedDeath } from './death-list'

export const deathExport = (filters: Omit<DeathQuery, 'after' | 'limit'>, names: PlaceNames): ExportedList =>
  exportedList<ListedDeath>({
    title: label(EXPORT_SUBJECT, 'DEATHS'),
    columns: [
      { title: '登记编号', width: 22 }, { title: '姓名', width: 12 }, { title: '性别', width: 8 }, { title: '证件号码', width: 22 }, { title: '出生日期', kind: 'date' }, { title: '死亡日期', kind: 'date' },
      { title: '户籍所在地', width: 24 }, { title: '首个信息来源', width: 18 }, { title: '状态', width: 18 }, { title: '知悉日期', kind: 'date' }, { title: '已火化', width: 8 },
    ],
    ...deathList(filters),
    cells: (stored) => {
      const row = deathRow(stored, names)
      return [
        row.number, row.deceasedName, row.sex, row.documentMasked, row.birthDate, row.diedOn, row.placeName, label(DEATH_SOURCE_LABEL, row.source), labelOf(deathLifecycle, row.state), row.knownOn,
        row.cremated ? '是' : '',
      ]
    },
  })
