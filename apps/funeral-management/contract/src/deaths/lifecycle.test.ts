import { availableActions, nextState, type Actor, type Role } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { deathListLifecycle } from '../death-lists/lifecycle'
import { deathChangeLifecycle, deathLifecycle, type DeathAction, type DeathState } from './lifecycle'

const as = (role: Role): Actor => ({ kind: 'user', id: role, name: role, roles: [role], scope: '530112' })
const offered = (state: string, role: Role, steps: { action: string; actorId: string }[] = []) => availableActions(deathLifecycle, { state, steps }, as(role))

describe('a death', () => {
  const TABLE: [state: DeathState, role: Role, actions: DeathAction[]][] = [
    ['REPORTED', 'ST_CLERK', ['confirm', 'dismiss']],
    ['REPORTED', 'COMMUNITY', []],
    ['UNIDENTIFIED', 'BU_CLERK', ['identify']],
    ['UNIDENTIFIED', 'ST_CLERK', []],
    ['REGISTERED', 'BU_HEAD', ['dispute', 'correct', 'revoke']],
    ['REGISTERED', 'ST_CLERK', ['dispute']],
    ['DISPUTED', 'BU_HEAD', ['settle', 'revoke']],
    ['DISPUTED', 'BU_CLERK', []],
    ['REVOKED', 'BU_HEAD', []],
    ['DISMISSED', 'ST_CLERK', []],
  ]
  it.each(TABLE)('%s leaves %s with %j', (state, role, actions) => expect(offered(state, role)).toEqual(actions))

  it('is revoked or corrected by the head alone, dated by the head alone', () => {
    for (const action of ['correct', 'revoke', 'settle'] as const) expect(deathLifecycle.actions[action].by).toEqual(['BU_HEAD'])
  })
})

describe('what was proposed', () => {
  it('is decided by another', () => {
    const standing = { state: 'PROPOSED', steps: [{ action: 'propose', actorId: 'BU_HEAD' }] }
    expect(() => nextState(deathChangeLifecycle, 'approve', standing, as('BU_HEAD'))).toThrow('separation-of-duties')
    expect(nextState(deathChangeLifecycle, 'approve', { ...standing, steps: [{ action: 'propose', actorId: 'x' }] }, as('BU_HEAD'))).toBe('APPROVED')
  })
})

describe('a list', () => {
  it('is taken over by another than who sent or compared it', () => {
    for (const action of ['upload', 'check'])
      expect(() => nextState(deathListLifecycle, 'apply', { state: 'CHECKED', steps: [{ action, actorId: 'BU_HEAD' }] }, as('BU_HEAD'))).toThrow('separation-of-duties')
  })

  it('that was being read or taken over when its process died can be begun again', () => {
    expect(nextState(deathListLifecycle, 'check', { state: 'CHECKING', steps: [] }, as('BU_CLERK'))).toBe('CHECKING')
    expect(nextState(deathListLifecycle, 'apply', { state: 'APPLYING', steps: [] }, as('BU_HEAD'))).toBe('APPLYING')
  })
})
