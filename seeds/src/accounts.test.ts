import { ROLE_CODES } from '@xishan/domain'
import { grantFault, passwordFaults, SECURITY_SETTINGS } from '@xishan/identity-contract'
import { describe, expect, it } from 'vitest'
import { demonstrationAccounts, demonstrationActor } from './accounts'
import { divisions } from './divisions'

const having = (role: string, division?: string) => demonstrationAccounts.filter((each) => each.role === role && (division === undefined || each.division === division))

describe('demonstration accounts', () => {
  it('stand for every role', () => {
    expect([...new Set(demonstrationAccounts.map(({ role }) => role))].sort()).toEqual(ROLE_CODES.filter((role) => role !== 'SERVICE').sort())
  })

  it('show two streets at work, each with the pair that an investigation needs and somebody to review', () => {
    for (const street of ['530112001', '530112002']) {
      expect(having('ST_CLERK', street)).toHaveLength(2)
      expect(having('ST_REVIEWER', street)).toHaveLength(1)
      expect(having('ST_LEADER', street)).toHaveLength(1)
    }
  })

  it.each(demonstrationAccounts.map((account) => [account.username, account] as const))('%s could be granted and has a password that the rules take', (username, account) => {
    expect(grantFault([account.role], account.division)).toBeUndefined()
    const rules = { minLength: SECURITY_SETTINGS['password.min-length'].value, minClasses: SECURITY_SETTINGS['password.min-classes'].value }
    expect(passwordFaults(account.password, username, rules)).toEqual([])
    expect(divisions.some(({ code }) => code === account.division)).toBe(true)
  })

  it('differ in id and name', () => {
    for (const key of ['id', 'username', 'name'] as const) expect(new Set(demonstrationAccounts.map((each) => each[key])).size).toBe(demonstrationAccounts.length)
  })

  it('act in seeded history as who they are', () => {
    expect(demonstrationActor('xiyuan.clerk')).toMatchObject({ kind: 'user', name: '李红梅', roles: ['ST_CLERK'], scope: '530112001' })
    expect(() => demonstrationActor('nobody')).toThrow(RangeError)
  })
})
