import { DISPOSITION_KIND, EXPORT_SUBJECT, awardLifecycle, type AwardQuery, type AwardRow } from '@xishan/funeral-management-contract'
import { label, labelOf } from '@xishan/domain'
import { Conditions, caseLight, cursorParts, exportedList, foundBy, type ExportedList, type PlaceNames, type Statement } from '@xishan/service-kit'

export type ListedAward = Omit<AwardRow, 'placeName' | 'light' | 'amountFen'> & { divisionCode: string; amountFen: number }

export const FAULT = `case when a.state not in ('STOPPED', 'REFUSED', 'WITHDRAWN', 'RECOVERED') then award_fault(a.disposition_id, a.kind, a.disposed_on) end`
export const PAYEE_DIED = `case when a.state in ('SUBMITTED', 'RETURNED', 'CHECKED', 'CONFIRMED', 'LISTED', 'FAILED') then known_dead_since(a.applicant_lookup) end`

export const LISTED = `a.id, a.version, a.number, a.state, a.deceased_name as "deceasedName", a.kind, a.disposed_on::text as "disposedOn", a.applicant_name as "applicantName", a.account_last_four as "accountLastFour",
  a.amount_fen::float8 as "amountFen", a.applied_on::text as "appliedOn", a.division_code as "divisionCode", a.due_on::text as "dueOn", ${FAULT} as fault, (${PAYEE_DIED})::text as "payeeDiedOn"`

type Filters = Omit<AwardQuery, 'after' | 'limit'>

function filtered(query: Filters): { conditions: Conditions; from: string; number: string } {
  const conditions = new Conditions().within('a.division_code', query.division)
  const { from, number } = foundBy(conditions, { table: 'eco_award', alias: 'a', nameColumn: 'deceased_name' }, query.q)
  conditions
    .andIf(query.state, (state) => conditions.and('a.state = ?', state))
    .andIf(query.kind, (kind) => conditions.and('a.kind = ?', kind))
    .andIf(query.from, (day) => conditions.and('a.applied_on >= ?', day))
    .andIf(query.to, (day) => conditions.and('a.applied_on <= ?', day))
  return { conditions, from, number }
}

/** One page, newest first; takes its limit as the last parameter. */
export function awardPage(query: AwardQuery): Statement {
  const { conditions, from, number } = filtered(query)
  const [last] = cursorParts(query.after, 1) ?? []
  conditions.andIf(last, (after) => conditions.and(`${number} < ?`, after))
  return { sql: `select ${LISTED}, ${number} as cursor from ${from} where ${conditions} order by ${number} desc limit $${conditions.parameters.length + 1}`, parameters: conditions.parameters }
}

export const awardRow = ({ divisionCode, ...row }: ListedAward, names: PlaceNames, today: string): AwardRow => ({ ...row, placeName: names.whole(divisionCode), light: caseLight({ warnOn: null, dueOn: row.dueOn, suspendedSince: null }, today) })

export function awardExport(filters: Filters, names: PlaceNames): ExportedList {
  const { conditions, from, number } = filtered(filters)
  return exportedList<ListedAward & { paidOn: string | null }>({
    title: label(EXPORT_SUBJECT, 'ECO_AWARDS'),
    columns: [
      { title: '办件编号', width: 22 }, { title: '逝者', width: 12 }, { title: '安放方式', width: 18 }, { title: '安放日期', kind: 'date' }, { title: '申请人', width: 12 }, { title: '账户尾号', width: 10 },
      { title: '奖补金额（元）', kind: 'money', width: 16 }, { title: '申请日期', kind: 'date' }, { title: '所属地', width: 24 }, { title: '状态', width: 22 }, { title: '发放日期', kind: 'date' },
    ],
    count: { sql: `select count(*)::int as count from ${from} where ${conditions}`, parameters: conditions.parameters },
    list: { sql: `select ${LISTED}, a.paid_on::text as "paidOn" from ${from} where ${conditions} order by ${number} desc`, parameters: conditions.parameters },
    cells: (row) => [
      row.number, row.deceasedName, label(DISPOSITION_KIND, row.kind), row.disposedOn, row.applicantName, row.accountLastFour,
      row.amountFen, row.appliedOn, names.whole(row.divisionCode), labelOf(awardLifecycle, row.state), row.paidOn,
    ],
  })
}
