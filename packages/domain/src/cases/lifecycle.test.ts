import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '../access/actor'
import { ROLE_CODES, type Role } from '../access/roles'
import { availableActions, defineLifecycle, labelOf, nextState } from './lifecycle'

const sheet = z.object({})
const lifecycle = defineLifecycle({
  name: 'allowance',
  title: '低保办件',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: '填写中', step: 1 },
    ACCEPTED: { label: '已受理', step: 2 },
    POSTING: { label: '公示中', step: 3 },
    CONFIRMED: { label: '已确认', step: 4, final: true },
    REFUSED: { label: '不予确认', final: true },
  },
  actions: {
    accept: { label: '受理', from: ['DRAFT'], to: 'ACCEPTED', by: ['ST_CLERK'], input: sheet },
    investigate: { label: '入户调查', from: ['ACCEPTED'], to: 'POSTING', by: ['ST_CLERK', 'ST_REVIEWER'], input: sheet },
    confirm: { label: '确认', from: ['POSTING'], to: 'CONFIRMED', by: ['ST_REVIEWER', 'BU_APPROVER'], notBy: ['investigate'], input: sheet },
    refuse: { label: '不予确认', from: ['ACCEPTED', 'POSTING'], to: 'REFUSED', by: ['BU_APPROVER'], input: sheet, adverse: true },
  },
})
type State = keyof typeof lifecycle.states
type Action = keyof typeof lifecycle.actions
const STATES: State[] = ['DRAFT', 'ACCEPTED', 'POSTING', 'CONFIRMED', 'REFUSED']
const ACTIONS: Action[] = ['accept', 'investigate', 'confirm', 'refuse']

const actor = (id: string, ...roles: Role[]): Actor => ({ kind: 'user', id, name: id, roles, scope: '530112' })
const clerk = actor('clerk', 'ST_CLERK')
const approver = actor('approver', 'BU_APPROVER')

describe('a step of a case', () => {
  test('leads to its state for the right person at the right time', () => {
    expect(nextState(lifecycle, 'accept', { state: 'DRAFT', steps: [] }, clerk)).toBe('ACCEPTED')
    expect(nextState(lifecycle, 'confirm', { state: 'POSTING', steps: [{ action: 'investigate', actorId: 'clerk' }] }, approver)).toBe('CONFIRMED')
  })

  test('is refused to another role, with the roles that may', () => {
    expect(() => nextState(lifecycle, 'confirm', { state: 'POSTING', steps: [] }, clerk)).toThrow(
      expect.objectContaining({ code: 'action-not-yours', details: { action: '确认', roles: '街道审核、区局审核确认（分管副局长）' } }),
    )
  })

  test('is refused out of state, with the state’s own word', () => {
    expect(() => nextState(lifecycle, 'accept', { state: 'POSTING', steps: [] }, clerk)).toThrow(
      expect.objectContaining({ code: 'action-out-of-state', details: { action: '受理', state: '公示中' } }),
    )
  })

  test('is refused to either of the two who investigated', () => {
    const steps = ['one', 'two'].map((actorId) => ({ action: 'investigate', actorId }))
    for (const id of ['one', 'two'])
      expect(() => nextState(lifecycle, 'confirm', { state: 'POSTING', steps }, actor(id, 'ST_REVIEWER'))).toThrow(
        expect.objectContaining({ code: 'separation-of-duties', details: { action: '确认', earlier: '入户调查' } }),
      )
    expect(nextState(lifecycle, 'confirm', { state: 'POSTING', steps }, actor('three', 'ST_REVIEWER'))).toBe('CONFIRMED')
  })

  test('an unknown state keeps its code for a label', () => {
    expect([labelOf(lifecycle, 'DRAFT'), labelOf(lifecycle, 'LONG_GONE')]).toEqual(['填写中', 'LONG_GONE'])
  })
})

describe('for any person and any case', () => {
  const anyone = fc.record({ id: fc.constantFrom('one', 'two', 'three'), roles: fc.subarray(ROLE_CODES, { maxLength: 3 }) })
  const steps = fc.array(fc.record({ action: fc.constantFrom(...ACTIONS), actorId: fc.constantFrom('one', 'two', 'three') }), { maxLength: 5 })

  test('what is offered is just what the table allows', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...STATES), steps, ({ id, roles }, state, taken) => {
        const offered = availableActions(lifecycle, { state, steps: taken }, actor(id, ...roles))
        const allowed = ACTIONS.filter((action) => {
          const spec = lifecycle.actions[action]
          const didBefore = taken.some((step) => spec.notBy?.some((earlier) => earlier === step.action) && step.actorId === id)
          return spec.from.includes(state) && roles.some((role) => spec.by.includes(role)) && !didBefore
        })
        expect(offered).toEqual(allowed)
      }),
    )
  })

  test('nothing leads out of a final state, nor to one that is not in the table', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...STATES), steps, ({ id, roles }, state, taken) => {
        const standing = { state, steps: taken }
        const offered = availableActions(lifecycle, standing, actor(id, ...roles))
        if (lifecycle.states[state].final) expect(offered).toEqual([])
        for (const action of offered) expect(STATES).toContain(nextState(lifecycle, action, standing, actor(id, ...roles)))
      }),
    )
  })
})
