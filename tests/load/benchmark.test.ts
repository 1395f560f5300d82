import { describe, expect, it } from 'vitest'
import { keepsItsBound, tableOf } from './benchmark'

describe('a measure', () => {
  it.each([
    [{ value: 0.6, atLeast: 0.6 }, true],
    [{ value: 0.59, atLeast: 0.6 }, false],
    [{ value: 1.5, atMost: 1.5 }, true],
    [{ value: 1.51, atMost: 1.5 }, false],
    [{ value: 7 }, true],
    [{ value: Number.NaN, atLeast: 0 }, false],
  ])('%j keeps its bound: %s', (measure, kept) => {
    expect(keepsItsBound({ what: '', unit: '', ...measure })).toBe(kept)
  })

  it('is shown with its bound', () => {
    expect(tableOf([{ what: 'first load', value: 312, unit: 'kB', atMost: 300 }])).toBe('  ✗       312 kB  ≤ 300 kB       first load')
  })
})
