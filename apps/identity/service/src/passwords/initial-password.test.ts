import { passwordFaults } from '@xishan/identity-contract'
import { describe, expect, it } from 'vitest'
import { isCommonPassword } from './common-passwords'
import { issuePassword } from './initial-password'

describe('issued passwords', () => {
  it('keep the rules themselves and never repeat', () => {
    const issued = Array.from({ length: 200 }, issuePassword)
    for (const password of issued) {
      expect(passwordFaults(password, 'xiyuan.clerk', { minLength: 12, minClasses: 4 })).toEqual([])
      expect(isCommonPassword(password)).toBe(false)
    }
    expect(new Set(issued).size).toBe(200)
  })
})
