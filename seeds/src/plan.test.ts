import { INDICATORS, PLAN, ratePercent, timesFactor, upToYuan } from '@xishan/domain'
import { describe, expect, test } from 'vitest'
import { planIndicators, planOpenPoints, planProjects } from './plan'

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

describe('the plan’s indicators', () => {
  test('stand in the catalogue word for word', () => {
    expect(INDICATORS.map(({ number, category, name, unit, base, target, attribute }) => ({ number, category, name, unit, base, target, attribute }))).toEqual(planIndicators.indicators)
    expect([PLAN.title, PLAN.baseYear, PLAN.targetYear]).toEqual([planIndicators.plan, planIndicators.baseYear, planIndicators.targetYear])
  })
})

describe('the plan’s nine projects', () => {
  const { projects, fiveYearTotal } = planProjects

  test('come to 8,250 in five years: 1,550 a year and 500 once', () => {
    expect(projects.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(sum(projects.map(({ fiveYearBudget }) => fiveYearBudget))).toBe(fiveYearTotal)
    expect(sum(projects.map(({ yearlyBudget }) => yearlyBudget ?? 0))).toBe(1550)
    expect(1550 * 5 + 500).toBe(fiveYearTotal)
  })

  test('multiply in every row but number 3, whose text does', () => {
    const off = projects.filter(({ countPerYear, unitBudget, yearlyBudget }) => yearlyBudget !== null && countPerYear * unitBudget !== yearlyBudget)
    expect(off.map(({ position, countPerYearInText, unitBudget }) => [position, (countPerYearInText ?? 0) * unitBudget])).toEqual([[3, 200]])
    expect(projects.filter(({ yearlyBudget, fiveYearBudget }) => yearlyBudget !== null && yearlyBudget * 5 !== fiveYearBudget)).toEqual([])
    expect(projects.filter(({ yearlyBudget }) => yearlyBudget === null).map(({ position, fiveYearBudget }) => [position, fiveYearBudget])).toEqual([[8, 500]])
  })

  test('are named differently in table and text in three rows', () => {
    expect(projects.filter(({ nameInTable, nameInText }) => nameInTable !== nameInText).map(({ position }) => position)).toEqual([2, 3, 8])
  })
})

describe('other figures of the plan that agree with one another', () => {
  test('105 of 108 communities are 97.2 %, 50 and 312 are the 362 of indicator 9, 1.3 × 630 is one short of 820', () => {
    expect(ratePercent(105, 108)?.toFixed(1)).toBe('97.2')
    expect(planIndicators.indicators.find(({ number }) => number === 9)?.base).toBe(50 + 312)
    expect(upToYuan(timesFactor(630_00, 1.3))).toBe(820_00 - 1_00)
  })
})

describe('the open points', () => {
  const { points } = planOpenPoints

  test('stand in order, each with both readings', () => {
    expect(points.map(({ position }) => position)).toEqual(points.map((_, i) => i + 1))
    expect(points.filter(({ options }) => options.length < 2)).toEqual([])
    expect(points.every(({ options }) => new Set(options.map(({ key }) => key)).size === options.length)).toBe(true)
  })

  test('name indicators and projects that exist, and change a target only of their own', () => {
    const numbers = planIndicators.indicators.map(({ number }) => number)
    for (const { indicators, options } of points) {
      expect(numbers).toEqual(expect.arrayContaining(indicators))
      for (const { effect } of options) if (effect) expect(indicators).toContain(effect.indicator)
    }
    expect(points[0]?.options.map(({ effect }) => effect?.target)).toEqual([80, 100])
  })

  test('figures quoted as not adding up do not', () => {
    expect(7108 - 3478 + 1294).toBe(4924)
    expect(101 + 50).not.toBe(161)
    expect(points.find(({ title }) => title.startsWith('低保户数'))?.wording).toContain('4924')
  })
})
