import type { Assessment } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { possibleOutcomes, proposedFen, usualMonths } from './proposal'

const assessed = (result: Assessment['result'], amountFen: number) => ({ result, amountFen }) as Assessment
const standing = (changed: object = {}) => ({ kind: 'RECOMPUTE' as const, isFilled: true, assessment: assessed('pass', 43000), beforeFen: 63000, firstOpenMonth: '2025-10', lastExitMonth: '2026-03', ...changed })

describe('what may be proposed', () => {
  it.each([
    ['another amount', {}, ['CHANGE']],
    ['the same amount', { beforeFen: 43000 }, ['UNCHANGED', 'CHANGE']],
    ['income above the standard', { assessment: assessed('fail', 0) }, ['GRADUAL_EXIT', 'STOP']],
    ['something unknown', { assessment: assessed('unknown', 0) }, []],
    ['a sheet that nobody filled in', { isFilled: false }, ['UNCHANGED']],
    ['a stop', { kind: 'STOP' as const }, ['STOP']],
    ['a new card', { kind: 'ACCOUNT' as const }, ['CHANGE']],
  ])('with %s', (_, changed, outcomes) => expect(possibleOutcomes(standing(changed))).toEqual(outcomes))

  it('pays what the rules say, nothing after a stop, and the last amount on the way out', () => {
    expect([proposedFen(standing(), 'CHANGE'), proposedFen(standing(), 'STOP'), proposedFen(standing(), 'GRADUAL_EXIT')]).toEqual([43000, 0, 63000])
    expect([usualMonths(standing(), 'CHANGE'), usualMonths(standing(), 'GRADUAL_EXIT'), usualMonths(standing(), 'STOP')]).toEqual([
      { fromMonth: '2025-10', lastMonth: null }, { fromMonth: null, lastMonth: '2026-03' }, { fromMonth: null, lastMonth: '2025-09' },
    ])
  })
})
