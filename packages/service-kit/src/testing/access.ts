import { mayCall, ROLE_CODES, type Contract, type Role, type Route } from '@xishan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someone, type Answer, type TestService } from './test-service'

export interface AccessOfLine<S extends TestService> {
  contract: Contract
  open: () => Promise<S>
  /** Values for the paths that name something other than `:id` or another id, e.g. `{ kind: 'SURVEY_FORM' }`. */
  params: Record<string, string>
  /** A file that uploads take, until they look whose it is. */
  file: { name: string; type: string; bytes: Uint8Array }
}

/** The service that was opened, for what a line asks besides, and a knock at one of its doors. */
export interface KnockedService<S extends TestService> {
  service: () => S
  /**
   * Calls with an empty body and made-up ids: who may enter is told what is wrong with that, who may not is turned away first. An
   * endpoint that nobody serves turns away nobody, and so is found out.
   */
  knock: (role: Role | null, route: Route) => Promise<Answer<Route>>
}

const isOpen = ({ may }: Route): boolean => may === 'anyone'

/** Every endpoint of the contract asked by every role and by nobody: a new one is asked without being written down. */
export function testAccess<S extends TestService>({ contract, open, params, file }: AccessOfLine<S>): KnockedService<S> {
  let opened: S | undefined
  const service = (): S => {
    if (!opened) throw new Error('the service is open from beforeAll on')
    return opened
  }
  const ids = (path: string) => Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, params[name] ?? crypto.randomUUID()]))
  const knock = (role: Role | null, route: Route) =>
    service().call(role && someone(role), route, { params: ids(route.path), ...(route.upload ? { body: {}, file } : route.method === 'GET' ? {} : { body: {} }) })

  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened?.close())

  describe.each(Object.entries(contract.routes))('%s', (_, route) => {
    it.each(ROLE_CODES)('%s enters or is turned away as the permission table says', async (role) => {
      const { status, body } = await knock(role, route)
      if (isOpen(route) || mayCall(contract.permissions, route.may, [role])) expect(body.code).not.toBe('not-permitted')
      else expect(body).toMatchObject({ status: 403, code: 'not-permitted' })
      expect(status).toBeLessThan(500)
    })

    it('nobody enters without having signed in, but where it is open to anyone', async () => {
      const { status, body } = await knock(null, route)
      if (isOpen(route) && route.method === 'GET') expect(status).toBe(200)
      else if (isOpen(route)) expect(body.code).toBe('invalid-input')
      else expect(body.code).toBe(route.method === 'GET' ? 'not-signed-in' : 'foreign-origin')
    })
  })

  return { service, knock }
}
