import { expect, test } from 'vitest'
import { niceStep, pathChart, yearRows, type Charted } from './path-chart'

const path = [56, 62, 68, 74, 80].map((value, at) => ({ year: 2021 + at, value }))
const growing: Charted = { course: 'growing', start: 50, target: 80, path, history: [] }
const held: Charted = { course: 'holding', start: 100, target: 100, path: path.map(({ year }) => ({ year, value: 100 })), history: [] }

test('the planned way runs from the base at the lower left to the target at the upper right', () => {
  const { planned, years } = pathChart(growing)
  expect(planned.map(({ x, y }) => [x, y])).toEqual([[0, 100], [20, 80], [40, 60], [60, 40], [80, 20], [100, 0]])
  expect(years[0]).toEqual({ x: 0, year: 2020 })
})
test('a value stands at its cut-off, not at its year’s end', () => {
  const { actual } = pathChart({ ...growing, history: [{ dataAsOf: '2025-06-30', value: 74, kind: 'ENTERED' }] })
  expect(actual).toEqual([{ x: 89.9, y: 20, label: '2025-06-30 74' }])
})
test('a day on which the rate does not apply leaves no mark', () => {
  expect(pathChart({ ...growing, history: [{ dataAsOf: '2025-06-30', value: null, kind: 'COMPUTED' }] }).actual).toEqual([])
})
test('what is held at 100 is looked at from 90 on', () => {
  const { ticks } = pathChart({ ...held, history: [{ dataAsOf: '2025-09-30', value: 99.5, kind: 'COMPUTED' }] })
  expect([ticks[0]?.value, ticks.at(-1)?.value]).toEqual([90, 100])
})
test('values outside the planned way stay on the chart', () => {
  const { actual } = pathChart({ ...growing, history: [{ dataAsOf: '2022-03-31', value: 44, kind: 'ENTERED' }, { dataAsOf: '2025-09-30', value: 96, kind: 'ENTERED' }] })
  for (const { y } of actual) expect(y >= 0 && y <= 100).toBe(true)
})
test.each([[30, 10], [10, 5], [640, 200], [5, 2], [0.8, 0.2]])('over %s the scale steps by %s', (span, step) => expect(niceStep(span)).toBeCloseTo(step))
test('the table takes the last value of each year', () => {
  const history = [
    { dataAsOf: '2024-06-30', value: 70, kind: 'ENTERED' as const },
    { dataAsOf: '2024-12-31', value: 73, kind: 'ENTERED' as const },
  ]
  expect(yearRows({ path, history }).map(({ actual }) => actual?.value ?? null)).toEqual([null, null, null, 73, null])
})
