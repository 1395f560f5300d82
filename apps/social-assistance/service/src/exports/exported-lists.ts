import { LIGHT_LABELS, label, labelOf, type Actor } from '@xishan/domain'
import { exportedList, type ExportedList, type PlaceNames } from '@xishan/service-kit'
import { BENEFIT_STATE, CATEGORY, EXPORT_SUBJECT, RESIDENCE, applicationLifecycle, type ExportInput, type RosterExport } from '@xishan/social-assistance-contract'
import { applicationList, applicationRow, countApplications, type ListedCase } from '../applications/application-list'
import { benefitList, benefitRow, countBenefits, type ListedBenefit } from '../benefits/benefit-list'
import { rosterExport } from '../disbursements/roster-export'
import { countHouseholds, householdList, householdRow, type ListedHousehold } from '../households/household-list'

const PLACE = [{ title: '街道', width: 16 }, { title: '社区（村）', width: 18 }, { title: '城乡类别', width: 10 }] as const

/** The rows that the list shows under the same filters, masked as the list masks them. */
export function exportedLists(input: ExportInput | RosterExport, actor: Actor, today: string, names: PlaceNames): ExportedList {
  switch (input.subject) {
    case 'APPLICATIONS':
      return exportedList<ListedCase>({
        title: label(EXPORT_SUBJECT, input.subject),
        columns: [
          { title: '办件编号', width: 22 }, { title: '申请人', width: 12 }, { title: '证件号码', width: 22 }, ...PLACE, { title: '家庭人口', kind: 'number' }, { title: '办理环节', width: 18 },
          { title: '进入环节日期', kind: 'date' }, { title: '提交日期', kind: 'date' }, { title: '受理日期', kind: 'date' }, { title: '到期日期', kind: 'date' }, { title: '时限', width: 8 },
          { title: '月保障金额（元）', kind: 'money', width: 16 }, { title: '近亲属备案', width: 12 },
        ],
        count: countApplications(actor, input.filters, today),
        list: applicationList(actor, input.filters, today),
        cells: (stored) => {
          const row = applicationRow(stored, names, today)
          return [
            row.number, row.applicantName, row.documentMasked, row.streetName, row.communityName, row.residence && label(RESIDENCE, row.residence), row.members,
            labelOf(applicationLifecycle, row.state), row.stateSince, row.submittedOn, row.acceptedOn, row.dueOn, row.light && LIGHT_LABELS[row.light], row.amountFen,
            row.separatelyRegistered ? '是' : '',
          ]
        },
      })
    case 'BENEFITS':
      return exportedList<ListedBenefit>({
        title: label(EXPORT_SUBJECT, input.subject),
        columns: [
          { title: '待遇编号', width: 22 }, { title: '申请人', width: 12 }, { title: '证件号码', width: 22 }, ...PLACE, { title: '保障人数', kind: 'number' }, { title: '保障类别', width: 16 },
          { title: '待遇状态', width: 10 }, { title: '起始月份', width: 10 }, { title: '截止月份', width: 10 }, { title: '月保障金额（元）', kind: 'money', width: 16 }, { title: '复核日期', kind: 'date' },
        ],
        count: countBenefits(input.filters, today),
        list: benefitList(input.filters, today),
        cells: (stored) => {
          const row = benefitRow(stored, names)
          return [
            row.number, row.applicantName, row.documentMasked, row.streetName, row.communityName, label(RESIDENCE, row.residence), row.members, label(CATEGORY, row.category),
            label(BENEFIT_STATE, row.state), row.fromMonth, row.toMonth, row.amountFen, row.recheckOn,
          ]
        },
      })
    case 'ROSTER':
      return rosterExport(input.filters, names)
    case 'HOUSEHOLDS':
      return exportedList<ListedHousehold>({
        title: label(EXPORT_SUBJECT, input.subject),
        columns: [
          { title: '家庭编号', width: 22 }, { title: '户主', width: 12 }, { title: '证件号码', width: 22 }, ...PLACE, { title: '家庭人口', kind: 'number' },
          { title: '月保障金额（元）', kind: 'money', width: 16 }, { title: '起始月份', width: 10 },
        ],
        count: countHouseholds(input.filters, today),
        list: householdList(input.filters, today),
        cells: (stored) => {
          const row = householdRow(stored, names)
          return [row.number, row.applicantName, row.documentMasked, row.streetName, row.communityName, label(RESIDENCE, row.residence), row.members, row.amountFen, row.fromMonth]
        },
      })
  }
}
