import { label } from '@xishan/domain'
import { exportedList, type ExportedList, type PlaceNames } from '@xishan/service-kit'
import { LINE_KIND, LINE_STATE, type RosterExport } from '@xishan/social-assistance-contract'
import { countLines, lineList, lineRow, type ListedLine } from './line-list'

/** 发放花名册 as a workbook: every line under the list's filters, masked as the list masks them. */
export const rosterExport = ({ batchId, ...filters }: RosterExport['filters'], names: PlaceNames): ExportedList =>
  exportedList<ListedLine>({
    title: '发放花名册',
    columns: [
      { title: '序号', kind: 'number', width: 8 }, { title: '待遇编号', width: 22 }, { title: '申请人', width: 12 }, { title: '证件号码', width: 22 }, { title: '街道', width: 16 },
      { title: '社区（村）', width: 18 }, { title: '保障人数', kind: 'number' }, { title: '发放项目', width: 14 }, { title: '所属月份', width: 10 }, { title: '应发金额（元）', kind: 'money', width: 15 },
      { title: '抵扣（元）', kind: 'money', width: 12 }, { title: '实发金额（元）', kind: 'money', width: 15 }, { title: '开户银行', width: 22 }, { title: '账号尾号', width: 10 }, { title: '户名', width: 12 },
      { title: '状态', width: 10 }, { title: '说明', width: 30 },
    ],
    count: countLines(batchId, filters),
    list: lineList(batchId, filters),
    cells: (stored) => {
      const row = lineRow(stored, names)
      return [
        row.seq, row.benefitNumber, row.applicantName, row.documentMasked, row.streetName, row.communityName, row.members, label(LINE_KIND, row.kind), row.month, row.amountFen, row.offsetFen, row.payFen,
        row.bank, row.accountLastFour, row.accountHolder, label(LINE_STATE, row.state), row.stateBecause || row.cause,
      ]
    },
  })
