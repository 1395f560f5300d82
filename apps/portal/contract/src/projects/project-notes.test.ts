import { describe, expect, it } from 'vitest'
import { projectNotes, projectTotals, type PlannedMoney } from './project-notes'

const planned = (countPerYear: number, unitBudget: number, yearlyBudget: number | null, fiveYearBudget: number, names: Partial<PlannedMoney> = {}): PlannedMoney => ({
  nameInTable: '项目',
  nameInText: '项目',
  countPerYear,
  countPerYearInText: null,
  unitBudget,
  yearlyBudget,
  fiveYearBudget,
  discrepancy: '',
  ...names,
})

/** The nine rows of the plan's table, in its order. */
const TABLE = [
  planned(20, 20, 400, 2000),
  planned(10, 1, 10, 50, { nameInTable: '社会组织及养老服务机构评估项目', nameInText: '社会组织及养老机构评估项目' }),
  planned(10, 100, 200, 1000, { nameInTable: '街道综合养老服务项目建设', nameInText: '街道综合养老服务中心建设项目', countPerYearInText: 2 }),
  planned(1, 30, 30, 150),
  planned(25, 20, 500, 2500),
  planned(10, 30, 300, 1500),
  planned(2, 30, 60, 300),
  planned(1, 500, null, 500, { nameInTable: '西山区养老服务人才培训学院建设项目', nameInText: '西山区养老服务人才培训学院项目' }),
  planned(1, 50, 50, 250),
]

describe('notes on a project of the plan', () => {
  it('finds names that differ in the three rows where they do', () => {
    expect(TABLE.map((row) => projectNotes(row).some((note) => note.startsWith('名称不一致')))).toEqual([false, true, true, false, false, false, false, true, false])
  })

  it('finds the one product that does not come out: 10 × 100 is not 200', () => {
    expect(TABLE.flatMap((row, index) => (projectNotes(row).some((note) => note.includes('不符')) ? [index + 1] : []))).toEqual([3])
  })

  it('finds the one count that table and text disagree on', () => {
    expect(TABLE.flatMap((row, index) => (projectNotes(row).some((note) => note.startsWith('数量不一致')) ? [index + 1] : []))).toEqual([3])
  })

  it('leaves the blank yearly cell blank and says so', () => {
    expect(TABLE.flatMap((row, index) => (projectNotes(row).some((note) => note.includes('为空')) ? [index + 1] : []))).toEqual([8])
  })

  it('adds up to what the specification computed', () => {
    expect(projectTotals(TABLE)).toEqual({ fiveYears: 8250, recurringPerYear: 1550, oneOff: 500 })
  })
})
