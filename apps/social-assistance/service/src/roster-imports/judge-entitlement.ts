import { monthInChinese, type BenefitMonth } from '@xishan/domain'
import type { Judgement, StoredRow, TitleOf } from './judge-household'
import { cellProblem, type CellProblem } from './row-problem'

/** A line of a list of who is supported otherwise. */
export function judgeEntitlement(row: StoredRow, { rowsOf, isOpen }: { rowsOf: ReadonlyMap<string, readonly number[]>; isOpen: (lookup: string) => boolean }, asOfMonth: BenefitMonth, titleOf: TitleOf): Judgement {
  const problems: CellProblem[] = [...row.problems]
  const { fromMonth } = row.facts
  const twin = row.lookup === null ? undefined : rowsOf.get(row.lookup)?.find((other) => other !== row.number)
  if (twin !== undefined) problems.push(cellProblem(titleOf('idNumber'), row.name, `与第 ${twin} 行是同一人，请删除重复的一行`))
  if (row.divisionCode === null && problems.every(({ column }) => column !== titleOf('community') && column !== titleOf('street'))) problems.push(cellProblem(titleOf('community'), null, '没有填写社区（村），请补填'))
  if (fromMonth !== null && fromMonth > asOfMonth) problems.push(cellProblem(titleOf('fromMonth'), fromMonth, `开始享受月份晚于名册月份（${monthInChinese(asOfMonth)}），请核对`))
  const outcome = problems.length > 0 || row.divisionCode === null ? 'PROBLEM' : row.lookup !== null && isOpen(row.lookup) ? 'UNCHANGED' : 'NEW'
  return {
    rows: [{ number: row.number, outcome, problems }],
    head: outcome === 'PROBLEM' ? null : { number: row.number, people: 1, amountFen: 0, fromMonth: fromMonth ?? asOfMonth, divisionCode: row.divisionCode ?? '' },
    benefitId: null,
  }
}
