import { describe, expect, it } from 'vitest'
import { afterFailure, minutesLocked, type Failures } from './lock-out'

const settings = { 'lock-out.failures': 5, 'lock-out.minutes': 15 }
const start = new Date('2025-09-30T01:00:00Z')
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)
const none: Failures = { failures: 0, lastAt: new Date(0), lockedUntil: null }

describe('lock-out', () => {
  it('locks with the fifth failure, for fifteen minutes', () => {
    let standing = none
    for (let i = 0; i < 4; i++) standing = afterFailure(standing, settings, later(i))
    expect(minutesLocked(standing, later(4))).toBe(0)
    standing = afterFailure(standing, settings, later(4))
    expect(minutesLocked(standing, later(4))).toBe(15)
    expect(minutesLocked(standing, later(18.5))).toBe(1)
    expect(minutesLocked(standing, later(19))).toBe(0)
  })

  it('counts anew after a quiet quarter of an hour', () => {
    const four: Failures = { failures: 4, lastAt: start, lockedUntil: null }
    expect(afterFailure(four, settings, later(15.1))).toMatchObject({ failures: 1, lockedUntil: null })
    expect(afterFailure(four, settings, later(14.9)).lockedUntil).not.toBeNull()
  })
})
