import { label } from '@xishan/domain'
import { FileAnswer, writeSheetStream } from '@xishan/service-kit'
import { ROSTER_COLUMNS, ROSTER_KIND, TEMPLATE_MARKS, type RosterKind } from '@xishan/social-assistance-contract'
import { XLSX } from './refused-rows'

const TITLES: Record<RosterKind, string> = {
  IN_PAY: '每人一行，或每户一行只登记户主并填写保障人数；金额以元为单位；“填写说明”和“示例”开头的行不导入，可以保留。',
  OTHER_ENTITLEMENT: '每人一行，整份替换同一项救助保障的名单；“填写说明”和“示例”开头的行不导入，可以保留。',
}

/** An empty roster with the columns that are expected, how each is filled, and rows that show it. */
export function rosterTemplate(kind: RosterKind): FileAnswer {
  const columns = ROSTER_COLUMNS[kind]
  const title = `${label(ROSTER_KIND, kind)}名册模板`
  const rows = [
    [TEMPLATE_MARKS.hint, ...columns.map(({ hint }) => hint)],
    ...[0, 1].map((at) => [`${TEMPLATE_MARKS.example}${at + 1}`, ...columns.map(({ examples }) => examples[at] ?? '')]),
  ]
  return new FileAnswer(writeSheetStream({ name: '名册', titles: [title, TITLES[kind]], columns: [{ title: '序号', width: 12 }, ...columns.map((column) => ({ title: column.title, width: 20 }))], rows }), `${title}.xlsx`, XLSX)
}
