import { describe, expect, it } from 'vitest'
import { expiresOn, mustChange } from './password-age'

const settings = { 'password.max-age': 90 }
const set = { passwordSetAt: new Date('2025-09-30T20:00:00+08:00'), passwordIssued: false, demonstration: false }

describe('password age', () => {
  it.each([
    ['2025-12-28T23:59:59+08:00', false],
    ['2025-12-29T00:00:00+08:00', true],
  ])('a password of 30 September asked on %s must change: %s', (now, must) => {
    expect(expiresOn(set, settings)).toBe('2025-12-29')
    expect(mustChange(set, settings, new Date(now))).toBe(must)
  })

  it('an issued password must change at once', () => {
    expect(mustChange({ ...set, passwordIssued: true }, settings, set.passwordSetAt)).toBe(true)
  })

  it('that of a demonstration account never ages', () => {
    expect(mustChange({ ...set, demonstration: true }, settings, new Date('2099-01-01'))).toBe(false)
  })
})
