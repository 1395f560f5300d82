import { DomainProblem, LINE_PERMISSIONS, mayCall, ROLE_CODES, type Role, type Route } from '@xishan/domain'
import { contract, SECURITY_SETTINGS } from '@xishan/identity-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from './testing/browser'
import { openHouse, STAFF, type House } from './testing/house'

let house: House
const browsers = new Map<Role, Browser>()

beforeAll(async () => {
  house = await openHouse()
  for (const role of STAFF) browsers.set(role, await house.signedIn(role))
})
afterAll(() => house.close())

const ROUTES: [string, Route][] = Object.entries(contract.routes)
const guarded = ROUTES.filter(([name, { may }]) => may !== 'anyone' && name !== 'signOutEverywhere')
const permissions = { ...LINE_PERMISSIONS, ...contract.permissions }

/** Reaches the handler, or at least the validation, without changing anything. */
const params = { id: '00000000-0000-8000-8000-0000000000ff', key: 'password.history' }
const attempt = (browser: Browser, route: Route) => browser.send(route, { params, ...(route.method === 'GET' ? {} : { body: {} }) })

describe.each(STAFF.map((role) => [role]))('%s', (role) => {
  it.each(guarded.map(([name, route]) => [name, route] as const))('%s', async (_, route) => {
    const browser = browsers.get(role)
    if (!browser) throw new RangeError(role)
    const { status, body } = await attempt(browser, route)
    if (route.may === 'signed-in' || mayCall(permissions, route.may, [role])) {
      expect([200, 204, 404, 409, 422]).toContain(status)
      expect(body.code).not.toBe('not-permitted')
    } else expect(body).toMatchObject({ status: 403, code: 'not-permitted' })
  })
})

describe('nobody', () => {
  it.each(guarded.map(([name, route]) => [name, route] as const))('%s is refused', async (_, route) => {
    expect((await attempt(house.browser(), route)).body).toMatchObject({ status: 401, code: 'not-signed-in' })
  })
})

describe('the three administrators and the others', () => {
  const holders = (permission: keyof typeof contract.permissions): readonly Role[] => ROLE_CODES.filter((role) => mayCall(contract.permissions, permission, [role]))

  it('register, grant and read the records with different hands', () => {
    expect(holders('manageAccounts')).toEqual(['SYS'])
    expect(holders('grantRoles')).toEqual(['SEC'])
    expect(holders('setSecuritySettings')).toEqual(['SEC'])
    expect(holders('viewRecords')).toEqual(['AUD', 'DISCIPLINE'])
  })

  it('a token of another house, or one that was altered, opens nothing', async () => {
    const browser = await house.signedIn('SYS')
    const token = browser.cookies.get('xs_token')
    const [head = '', , signature = ''] = (token?.value ?? '').split('.')
    const forged = Buffer.from(JSON.stringify({ iss: 'xishan-identity', aud: 'xishan', sub: 'x', name: 'x', roles: ['SYS', 'SEC', 'AUD'], scope: '530112', kind: 'user', exp: 9_999_999_999 })).toString('base64url')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    for (const value of [`${head}.${forged}.${signature}`, `${none}.${forged}.`, 'nonsense', '']) {
      browser.cookies.set('xs_token', { value, path: '/', attributes: '' })
      expect((await browser.send(contract.routes.accounts, {})).body).toMatchObject({ status: 401, code: 'not-signed-in' })
    }
    expect((await house.call(house.actor('SYS'), contract.routes.accounts)).body.code).toBe('not-signed-in')
  })
})

describe('security settings', () => {
  it('are moved by the security administrator inside their bounds, with a reason, and count at once', async () => {
    const security = await house.signedIn('SEC')
    const set = (value: unknown, version = 0) => security.send(contract.routes.setSecuritySetting, { params: { key: 'lock-out.failures' }, body: { value, version, reason: '加强防护' } })
    for (const value of [2, 11]) expect((await set(value)).body).toMatchObject({ status: 422, code: 'setting-out-of-range' })
    expect((await set(3.5)).body.code).toBe('invalid-input')
    expect((await set(3)).body.version).toBe(1)
    expect((await set(4)).body.code).toBe('stale-version')
    const { body } = await security.send(contract.routes.securitySettings)
    expect(body.rows.find(({ key }) => key === 'lock-out.failures')).toMatchObject({ value: 3, version: 1, setByName: '测试SEC', sourceMark: 'assumption' })
    expect(body.rows).toHaveLength(Object.keys(SECURITY_SETTINGS).length)
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 3; i++) codes.push((await house.browser().send(contract.routes.signIn, { body: { username: 'nobody', password: 'x' } })).body.code)
    expect(codes).toEqual(['wrong-credentials', 'wrong-credentials', 'locked-out'])
    expect((await security.send(contract.routes.setSecuritySetting, { params: { key: 'no.such' }, body: { value: 3, version: 0, reason: '加强防护' } })).body.code).toBe('invalid-input')
  })
})

it('every problem of the contract reads as a sentence with what to do', () => {
  for (const [code, { title, detail }] of Object.entries(contract.problems)) {
    expect(detail, code).toMatch(/[。]$/)
    expect(title, code).not.toBe('')
    expect(new DomainProblem(code).code).toBe(code)
  }
})
