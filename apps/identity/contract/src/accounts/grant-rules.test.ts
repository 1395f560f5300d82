import { ADMINISTRATORS, ROLE_CODES, isAdministrator, type Role } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { GRANTABLE_ROLES, grantFault } from './grant-rules'

const scopeOf: Partial<Record<Role, string>> = { COMMUNITY: '530112001001', ST_CLERK: '530112001', ST_REVIEWER: '530112001', ST_LEADER: '530112001' }

describe('grants', () => {
  it.each(GRANTABLE_ROLES.map((role) => [role]))('%s stands alone at its own level, and at no other', (role) => {
    const own = scopeOf[role] ?? '530112'
    expect(grantFault([role], own)).toBeUndefined()
    for (const scope of ['530112', '530112001', '530112001001'].filter((each) => each !== own))
      expect(grantFault([role], scope)?.code).toBe('scope-not-of-role')
  })

  it.each(ADMINISTRATORS.map((role) => [role]))('%s joins no other role', (administrator) => {
    for (const role of GRANTABLE_ROLES.filter((other) => other !== administrator))
      expect(grantFault([administrator, role], '530112')?.code).toBe('administrators-apart')
  })

  it('never gives a person the role of a service', () => {
    expect(grantFault(['SERVICE'], '530112')?.code).toBe('role-not-grantable')
  })

  it('lets business roles of one level join', () => {
    expect(grantFault(['ST_CLERK', 'ST_REVIEWER'], '530112001')).toBeUndefined()
    expect(grantFault(['BU_CLERK', 'BU_HEAD'], '530112')).toBeUndefined()
  })

  it('leaves an account without roles alone', () => {
    expect(grantFault([], '530112001')).toBeUndefined()
  })

  it('knows every role but that of a service', () => {
    expect([...GRANTABLE_ROLES].sort()).toEqual(ROLE_CODES.filter((role) => role !== 'SERVICE').sort())
    expect(GRANTABLE_ROLES.filter(isAdministrator)).toHaveLength(3)
  })
})
