/** The plan's figures of a project, in 万元. */
export interface PlannedMoney {
  nameInTable: string
  nameInText: string
  countPerYear: number
  /** Projects a year as the text has them; null where it names none. */
  countPerYearInText: number | null
  unitBudget: number
  yearlyBudget: number | null
  fiveYearBudget: number
  discrepancy: string
}

/** The years the plan covers. */
export const PLAN_YEARS = 5

/** What a reader should know before using a project's figures: names that differ, products that do not come out, blank cells. */
export function projectNotes(project: PlannedMoney): string[] {
  const { countPerYear, unitBudget, yearlyBudget, fiveYearBudget } = project
  const notes: string[] = []
  if (project.nameInTable !== project.nameInText) notes.push(`名称不一致：汇总表为“${project.nameInTable}”，正文为“${project.nameInText}”。`)
  if (project.countPerYearInText !== null && project.countPerYearInText !== countPerYear) notes.push(`数量不一致：汇总表为每年 ${countPerYear} 个，正文为每年 ${project.countPerYearInText} 个。`)
  if (yearlyBudget === null) notes.push('汇总表“年度预算”一栏为空；按一次性投入，不计入每年预算。')
  else {
    if (countPerYear * unitBudget !== yearlyBudget)
      notes.push(`汇总表数量 ${countPerYear} × 单个预算 ${unitBudget} ＝ ${countPerYear * unitBudget} 万元，与年度预算 ${yearlyBudget} 万元不符。`)
    if (yearlyBudget * PLAN_YEARS !== fiveYearBudget)
      notes.push(`年度预算 ${yearlyBudget} × ${PLAN_YEARS} 年 ＝ ${yearlyBudget * PLAN_YEARS} 万元，与 5 年总预算 ${fiveYearBudget} 万元不符。`)
  }
  if (project.discrepancy) notes.push(project.discrepancy)
  return notes
}

/** The sums under the table. */
export function projectTotals(projects: readonly PlannedMoney[]): { fiveYears: number; recurringPerYear: number; oneOff: number } {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    fiveYears: sum(projects.map((project) => project.fiveYearBudget)),
    recurringPerYear: sum(projects.map((project) => project.yearlyBudget ?? 0)),
    oneOff: sum(projects.filter((project) => project.yearlyBudget === null).map((project) => project.fiveYearBudget)),
  }
}
