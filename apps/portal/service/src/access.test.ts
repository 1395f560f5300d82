import { contract, PERMISSIONS, routes } from '@xishan/portal-contract'
import { ADMINISTRATORS, LINE_ROUTES, mayCall, ROLE_CODES, type Role, type Route } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startPortal, type Portal } from './testing/portal'

/** Who may do what, written down a second time as the bureau would say it, so that a change of one of them is noticed. */
const STREETS: Role[] = ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER']
const BUREAU: Role[] = ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE']
const EVERYBODY_IN_BUSINESS: Role[] = [...STREETS, ...BUREAU, 'CHECKER', 'FINANCE']
const ALLOWED: Record<keyof typeof routes, readonly Role[]> = {
  plan: EVERYBODY_IN_BUSINESS,
  indicator: EVERYBODY_IN_BUSINESS,
  indicatorRecords: [...BUREAU, 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER'],
  collect: ['BU_HEAD', 'BU_APPROVER', 'DIRECTOR'],
  entries: BUREAU,
  entriesToReview: BUREAU,
  entry: BUREAU,
  enterValue: ['BU_CLERK', 'BU_HEAD'],
  reviewEntry: ['BU_HEAD'],
  returnEntry: ['BU_HEAD'],
  withdrawEntry: ['BU_CLERK', 'BU_HEAD'],
  revokeEntry: ['BU_HEAD'],
  entryEvidence: BUREAU,
  projects: EVERYBODY_IN_BUSINESS,
  deathFigures: EVERYBODY_IN_BUSINESS,
  openPoints: BUREAU,
  rule: ['DIRECTOR'],
  tasks: EVERYBODY_IN_BUSINESS,
  services: ['SYS', 'SEC', 'AUD', 'DIRECTOR'],
}
const NAMES = Object.keys(routes) as (keyof typeof routes)[]
let portal: Portal

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

const knock = (role: Role | null, name: keyof typeof routes) => {
  const route: Route = routes[name]
  return portal.call(role && someone(role), route, { params: { number: '9', id: crypto.randomUUID() }, ...(route.method === 'GET' ? {} : { body: {} }) })
}

describe.each(NAMES)('%s', (name) => {
  it.each(ROLE_CODES)('%s', async (role) => {
    const { status, body } = await knock(role, name)
    if (ALLOWED[name].includes(role)) expect(status).not.toBe(403)
    else expect(body).toMatchObject({ status: 403, code: 'not-permitted' })
    expect(status).toBeLessThan(500)
  })

  it('nobody', async () => {
    expect((await knock(null, name)).body).toMatchObject({ code: routes[name].method === 'GET' ? 'not-signed-in' : 'foreign-origin' })
  })
})

it('administrators hold no permission but the one to see the services', () => {
  expect(Object.keys(PERMISSIONS).filter((permission) => mayCall(PERMISSIONS, permission, ADMINISTRATORS))).toEqual(['readServices'])
  expect(NAMES.every((name) => contract.routes[name].may in PERMISSIONS)).toBe(true)
})

it('every endpoint stands in the interface description', async () => {
  const { body } = await portal.call(null, LINE_ROUTES.openapi)
  const described = NAMES.map((name) => routes[name]).filter(({ path, method }) => body.paths && `${method} ${path}` in operationsOf(body.paths))
  expect(described).toHaveLength(NAMES.length)
})

function operationsOf(paths: unknown): Record<string, true> {
  const entries = Object.entries(z.record(z.string(), z.record(z.string(), z.unknown())).parse(paths))
  return Object.fromEntries(entries.flatMap(([path, operations]) => Object.keys(operations).map((method) => [`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, true])))
}
