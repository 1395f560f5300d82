import { describe, expect, it } from 'vitest'
import { passwordFaults } from './password-rules'

const rules = { minLength: 10, minClasses: 3 }

describe('password rules', () => {
  it.each([
    ['Dianchi-2025', 'xiyuan.clerk', 0],
    ['西山Lake2025x', 'xiyuan.clerk', 0],
    ['Short-1a', 'xiyuan.clerk', 1],
    ['alllowercaseletters', 'xiyuan.clerk', 1],
    ['12345678901', 'xiyuan.clerk', 1],
    ['short', 'xiyuan.clerk', 2],
    ['My-xiyuan.CLERK-1', 'xiyuan.clerk', 1],
    ['My-krelc.nauyix-1', 'xiyuan.clerk', 1],
    [`Aa1-${'x'.repeat(130)}`, 'xiyuan.clerk', 1],
  ])('%s for %s has %i faults', (password, username, faults) => {
    expect(passwordFaults(password, username, rules)).toHaveLength(faults)
  })
})
