import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DecisionTrace, overall, type TraceResult, type TraceStep } from './decision-trace'

const step = (result: TraceResult): TraceStep => ({ rule: 'R', version: '1', result, inputs: [], parameters: [] })
const RESULTS = ['pass', 'fail', 'unknown', 'info'] as const

describe('the outcome of a trace', () => {
  test.each([
    [['pass', 'info', 'pass'], 'pass'],
    [['pass', 'unknown'], 'unknown'],
    [['unknown', 'fail', 'pass'], 'fail'],
    [[], 'pass'],
  ] as const)('of %j is %s', (results, outcome) => {
    expect(overall(results.map(step))).toBe(outcome)
  })

  test('unknown never becomes pass, whatever else is known', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RESULTS)), fc.array(fc.constantFrom(...RESULTS)), (before, after) => {
        expect(overall([...before, 'unknown' as const, ...after].map(step))).not.toBe('pass')
      }),
    )
  })

  test('reads back what was stored, with defaults for what was left out', () => {
    const stored = { decidedOn: '2025-09-30', result: 'pass', steps: [{ rule: '57-8', version: '1', result: 'pass', inputs: [{ label: '月人均收入', value: 41000, unit: 'fen', asOf: '2025-09-01' }] }] }
    expect(DecisionTrace.parse(stored).steps[0]?.parameters).toEqual([])
    expect(DecisionTrace.safeParse({ ...stored, result: 'perhaps' }).success).toBe(false)
  })
})
