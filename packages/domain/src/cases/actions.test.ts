import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { Role } from '../access/roles'
import { mayCall } from '../contract/route'
import { IdParams, Saved } from '../contract/shapes'
import { actionPermissions, actionRoute } from './actions'
import { defineLifecycle } from './lifecycle'

const inputs = { accept: z.object({ version: z.int() }), giveOpinion: z.object({ version: z.int(), opinion: z.string() }) }
const lifecycle = defineLifecycle({
  name: 'allowance',
  title: '低保办件',
  initial: 'DRAFT',
  states: { DRAFT: { label: '草稿' }, ACCEPTED: { label: '已受理' }, SIGNING: { label: '待签批', final: true } },
  actions: {
    accept: { label: '受理', from: ['DRAFT'], to: 'ACCEPTED', by: ['ST_CLERK'], input: inputs.accept },
    giveOpinion: { label: '提出初审意见', from: ['ACCEPTED'], to: 'SIGNING', by: ['ST_REVIEWER'], input: inputs.giveOpinion },
  },
})

describe('the endpoint of an action', () => {
  const takes = actionRoute('application', lifecycle, '/applications/:id', inputs)

  test('stands below its case, under its own permission and with its own input', () => {
    expect(takes('giveOpinion')).toEqual({
      method: 'POST', path: '/applications/:id/give-opinion', summary: '提出初审意见', may: 'application.giveOpinion', params: IdParams, body: inputs.giveOpinion, answer: Saved,
    })
  })

  test('keeps permission and input apart for the typed client', () => {
    const route = takes('giveOpinion')
    expectTypeOf(route.may).toEqualTypeOf<'application.giveOpinion'>()
    expectTypeOf(route.body).toEqualTypeOf(inputs.giveOpinion)
  })
})

test('an action is permitted to the roles of its table and to nobody else', () => {
  const permissions = actionPermissions('application', lifecycle)
  expectTypeOf(permissions).toEqualTypeOf<{ readonly 'application.accept': readonly Role[]; readonly 'application.giveOpinion': readonly Role[] }>()
  expect(permissions).toEqual({ 'application.accept': ['ST_CLERK'], 'application.giveOpinion': ['ST_REVIEWER'] })
  expect(mayCall(permissions, 'application.accept', ['ST_REVIEWER'])).toBe(false)
})
