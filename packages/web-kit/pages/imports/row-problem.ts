/** What is wrong with one cell of an imported file. */
export interface RowProblem {
  /** As the spreadsheet counts, the heading being row 1. */
  row: number
  column: string
  value: string
  problem: string
  remedy: string
}
