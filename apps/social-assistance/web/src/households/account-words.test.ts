import type { AccountMonth } from '@xishan/social-assistance-contract'
import { expect, it } from 'vitest'
import { standingOf } from './account-words'

const month = (changed: Partial<AccountMonth>): AccountMonth => ({
  benefitId: '', month: '2025-09', period: 'CLOSED', because: '', lines: [], payables: [], dueFen: 63000, oneOffFen: 0, overpaidFen: 0, paidFen: 63000, offsetFen: 0, heldFen: 0, underWayFen: 0, toComeFen: 0, ...changed,
})

it.each([
  [{}, []],
  [{ period: 'PAPER' as const }, ['系统启用前']],
  [{ period: 'OPEN' as const, paidFen: 0, toComeFen: 63000 }, ['未关账月份']],
  [{ paidFen: 0, heldFen: 63000 }, ['缓发']],
  [{ dueFen: 43000, overpaidFen: 20000 }, ['有多发']],
  [{ paidFen: 0, toComeFen: 63000 }, ['未发']],
])('a month with %o is %o', (changed, words) => expect(standingOf(month(changed))).toEqual(words))
