import { nextState, type Actor, type Role } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { missingAnswers } from './completeness'
import { meansCheckLifecycle, type MeansCheckAction, type MeansCheckState } from './lifecycle'
import { CHECK_SOURCE } from './sources'

const person = (role: Role): Actor => ({ kind: 'user', id: role, name: role, roles: [role], scope: '530112' })
const moves = (state: MeansCheckState, action: MeansCheckAction, role: Role): MeansCheckState =>
  nextState<MeansCheckState, MeansCheckAction>(meansCheckLifecycle, action, { state, steps: [] }, person(role))

describe('the means check', () => {
  it('asks the eleven sources of 57号 §17', () => expect(CHECK_SOURCE.codes).toHaveLength(11))

  it('is begun and concluded by the check centre', () => {
    expect(moves('REQUESTED', 'enterAnswers', 'CHECKER')).toBe('CHECKING')
    expect(moves('CHECKING', 'concludePassed', 'CHECKER')).toBe('PASSED')
    expect(moves('CHECKING', 'concludeNotPassed', 'CHECKER')).toBe('NOT_PASSED')
    expect(() => moves('CHECKING', 'concludePassed', 'ST_CLERK')).toThrow('action-not-yours')
    expect(() => moves('REQUESTED', 'concludePassed', 'CHECKER')).toThrow('action-out-of-state')
  })

  it('is told by the street and asked for again on an objection with proof (57号 §18)', () => {
    expect(moves('NOT_PASSED', 'tellResult', 'ST_CLERK')).toBe('NOT_PASSED')
    expect(moves('NOT_PASSED', 'requestRecheck', 'ST_CLERK')).toBe('REQUESTED')
    expect(meansCheckLifecycle.actions.requestRecheck.needs).toEqual(['RECHECK_PROOF'])
  })

  it('is complete when each source has answered about each person', () => {
    const answers = CHECK_SOURCE.codes.map((source) => ({ memberId: 'a', source, finding: 'NOTHING_FOUND' as const }))
    expect(missingAnswers(['a'], answers)).toEqual([])
    expect(missingAnswers(['a', 'b'], answers)).toHaveLength(11)
    expect(missingAnswers(['a'], [...answers.slice(1), { memberId: 'a', source: 'HOUSEHOLD_REGISTER', finding: 'NO_REPLY' }])).toEqual([{ memberId: 'a', source: 'HOUSEHOLD_REGISTER' }])
  })
})
