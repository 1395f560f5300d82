import { ROLE_CODES, LINE_ROUTES, mayCall, type Role, type Route } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { applicationLifecycle, contract, permissions } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PICTURE } from './testing/families'
import { openOffice, type Office } from './testing/office'

/** Every endpoint of the contract by name: a new one is asked here without being written down. */
const ENDPOINTS: readonly [name: string, route: Route][] = Object.entries(contract.routes)

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/**
 * Knocks with an empty body and made-up ids: who may enter is told what is wrong with that, who may not is turned away first. An
 * endpoint that nobody serves turns away nobody, and so is found out.
 */
const knock = (role: Role | null, route: Route) =>
  office.call(role && someone(role), route, {
    params: { id: crypto.randomUUID(), attachmentId: crypto.randomUUID(), kind: 'SURVEY_FORM', number: '1' },
    ...(route.upload ? { body: {}, file: { name: 'a.png', type: 'image/png', bytes: PICTURE } } : route.method === 'GET' ? {} : { body: {} }),
  })

const isOpen = ({ may }: Route): boolean => may === 'anyone'

describe.each(ENDPOINTS)('%s', (_, route) => {
  it.each(ROLE_CODES)('%s enters or is turned away as the permission table says', async (role) => {
    const { status, body } = await knock(role, route)
    if (isOpen(route) || mayCall(permissions, route.may, [role])) expect(body.code).not.toBe('not-permitted')
    else expect(body).toMatchObject({ status: 403, code: 'not-permitted' })
    expect(status).toBeLessThan(500)
  })

  it('nobody enters without having signed in, but where it is open to anyone', async () => {
    const { status, body } = await knock(null, route)
    if (isOpen(route)) expect(status).toBe(200)
    else expect(body.code).toBe(route.method === 'GET' ? 'not-signed-in' : 'foreign-origin')
  })
})

it('an action of the case is open to the roles of its lifecycle and to no others', () => {
  for (const [action, { by }] of Object.entries(applicationLifecycle.actions)) {
    const holders = ROLE_CODES.filter((role) => mayCall(permissions, `application.${action}`, [role]))
    expect([action, holders.toSorted()]).toEqual([action, [...by].toSorted()])
  }
})

it('administrators and finance are shown no case, and the audit is theirs to read who keep it', async () => {
  for (const role of ['SYS', 'SEC', 'AUD', 'FINANCE'] as const) expect((await knock(role, contract.routes.findApplications)).status).toBe(403)
  expect((await office.call(someone('AUD'), LINE_ROUTES.audit)).status).toBe(200)
})
