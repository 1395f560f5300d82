import { contract } from '@xishan/identity-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../testing/browser'
import { openHouse, type House } from '../testing/house'

const { routes } = contract
let house: House
let system: Browser
let security: Browser
let made = 0

beforeAll(async () => {
  house = await openHouse()
  system = await house.signedIn('SYS')
  security = await house.signedIn('SEC')
})
afterAll(() => house.close())

async function registered(scope = '530112001') {
  const { body } = await system.send(routes.registerAccount, { body: { username: `person${++made}`, name: '张新民', office: '社会事务办公室', scope } })
  return body
}
const grant = (id: string, version: number, roles: string[], scope: string, by = security) => by.send(routes.grantRoles, { params: { id }, body: { version, roles, scope } })

describe('registering', () => {
  it('gives no role', async () => {
    const { id } = await registered()
    const { body } = await system.send(routes.account, { params: { id } })
    expect(body).toMatchObject({ roles: [], scope: '530112001', state: 'ACTIVE', createdByName: '测试SYS', demonstration: false, lastSignInAt: null })
  })

  it('refuses a name that is taken, in whatever letters', async () => {
    const again = await system.send(routes.registerAccount, { body: { username: 'ST.Clerk', name: '李四', office: '办公室', scope: '530112' } })
    expect(again.body).toMatchObject({ status: 409, code: 'username-taken', errors: [{ field: 'username' }] })
  })

  it.each([
    [{ username: '9x', name: '李四', office: '办公室', scope: '530112' }, 'username'],
    [{ username: 'li.si', name: '李', office: '办公室', scope: '530112' }, 'name'],
    [{ username: 'li.si', name: '李四', office: '', scope: '530112' }, 'office'],
    [{ username: 'li.si', name: '李四', office: '办公室', scope: '5301' }, 'scope'],
  ])('refuses %j', async (body, field) => {
    const answer = await system.send(routes.registerAccount, { body })
    expect(answer.body).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ field }] })
  })

  it('refuses a division outside the own', async () => {
    const answer = await system.send(routes.registerAccount, { body: { username: 'far.away', name: '李四', office: '办公室', scope: '530111' } })
    expect(answer.body.code).toBe('scope-outside-yours')
  })
})

describe('granting', () => {
  it('gives roles and scope, and the trail shows from what to what', async () => {
    const { id } = await registered()
    expect((await grant(id, 1, ['ST_REVIEWER', 'ST_CLERK', 'ST_CLERK'], '530112002')).status).toBe(200)
    expect((await security.send(routes.account, { params: { id } })).body).toMatchObject({ roles: ['ST_CLERK', 'ST_REVIEWER'], scope: '530112002' })
    expect(await house.sql(`select actor_name, summary from audit_entry where subject_id = $1 and action = 'grant'`, [id])).toEqual([
      { actor_name: '测试SEC', summary: { roles: ['', 'ST_CLERK、ST_REVIEWER'], divisionCode: ['530112001', '530112002'] } },
    ])
  })

  it.each([
    [['SYS', 'BU_CLERK'], '530112', 'administrators-apart'],
    [['SEC', 'AUD'], '530112', 'administrators-apart'],
    [['ST_CLERK'], '530112', 'scope-not-of-role'],
    [['DIRECTOR'], '530112001', 'scope-not-of-role'],
    [['SERVICE'], '530112', 'role-not-grantable'],
    [['ST_CLERK'], '530111001', 'scope-outside-yours'],
  ])('refuses %j in %s: %s', async (roles, scope, code) => {
    const { id } = await registered()
    expect((await grant(id, 1, roles, scope)).body).toMatchObject({ status: 422, code })
  })

  it('is never for oneself', async () => {
    const own = house.account('SEC').id ?? ''
    expect((await grant(own, 1, ['BU_APPROVER'], '530112')).body).toMatchObject({ status: 403, code: 'own-account' })
  })

  it('refuses what somebody changed meanwhile, and says who', async () => {
    const { id } = await registered()
    await grant(id, 1, ['ST_CLERK'], '530112001')
    expect((await grant(id, 1, ['ST_REVIEWER'], '530112001')).body).toMatchObject({ status: 409, code: 'stale-version', detail: expect.stringContaining('测试SEC') })
  })

  it('keeps one administrator of each kind', async () => {
    const auditor = house.account('AUD').id ?? ''
    expect((await grant(auditor, 1, [], '530112')).body).toMatchObject({ status: 409, code: 'last-administrator' })
    const { id } = await registered('530112')
    await grant(id, 1, ['AUD'], '530112')
    expect((await grant(auditor, 1, [], '530112')).status).toBe(200)
    await grant(auditor, 2, ['AUD'], '530112')
  })
})

describe('locking', () => {
  it('is never of the own account, nor of the last administrator of a kind, nor twice', async () => {
    const lock = (id: string, version: number) => system.send(routes.lockAccount, { params: { id }, body: { version, reason: '离岗' } })
    expect((await lock(house.account('SYS').id ?? '', 1)).body.code).toBe('own-account')
    expect((await lock(house.account('SEC').id ?? '', 1)).body.code).toBe('last-administrator')
    const { id } = await registered()
    expect((await lock(id, 1)).status).toBe(200)
    expect((await lock(id, 2)).body).toMatchObject({ status: 409, code: 'account-state', detail: expect.stringContaining('已停用') })
  })

  it('asks for a reason', async () => {
    const { id } = await registered()
    const { body } = await system.send(routes.lockAccount, { params: { id }, body: { version: 1, reason: ' ' } })
    expect(body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'reason', message: '请填写停用原因' }] })
  })

  it('by failed sign-ins is lifted by the system administrator', async () => {
    for (let i = 0; i < 5; i++) await house.browser().send(routes.signIn, { body: { username: 'discipline', password: 'x' } })
    const { body } = await system.send(routes.accounts, { query: { search: 'discipline' } })
    const [row] = body.rows
    expect(row?.lockedUntil).not.toBeNull()
    expect((await system.send(routes.unlockAccount, { params: { id: row?.id ?? '' }, body: { version: row?.version } })).status).toBe(200)
    expect((await house.browser().send(routes.signIn, { body: { username: 'discipline', password: 'Three-Camels-7' } })).status).toBe(200)
  })
})

describe('the list', () => {
  it('finds by name, office, role and state, page by page', async () => {
    const { body: byRole } = await security.send(routes.accounts, { query: { role: 'DIRECTOR' } })
    expect(byRole.rows.map(({ username }) => username)).toEqual(['director'])
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const { body } = await system.send(routes.accounts, { query: { limit: '3', ...(after ? { after } : {}) } })
      seen.push(...body.rows.map(({ username }) => username))
      after = body.next
    } while (after)
    const all = await house.sql<{ username: string }>('select username from account order by username')
    expect(seen).toEqual(all.map(({ username }) => username))
    expect((await system.send(routes.accounts, { query: { search: '%' } })).body.rows).toEqual([])
    expect((await system.send(routes.accounts, { query: { after: 'bm90/good' } })).status).toBeLessThan(500)
  })

  it('never shows a hash or a secret', async () => {
    const { body } = await system.send(routes.accounts, {})
    expect(JSON.stringify(body)).not.toMatch(/argon2|secret|hash/i)
  })
})

describe('colleagues', () => {
  it('are those of the own street; a bureau sees the district; administrators stand apart', async () => {
    const clerk = await house.signedIn('ST_CLERK')
    const names = async (browser: Browser, role?: string) => (await browser.send(routes.colleagues, { query: role ? { role } : {} })).body.rows.map(({ name }) => name)
    const street = await names(clerk)
    expect(street).toContain('测试COMMUNITY')
    expect(street).not.toContain('测试DIRECTOR')
    expect(street).not.toContain('测试SYS')
    expect(await names(clerk, 'ST_REVIEWER')).toContain('测试ST_REVIEWER')
    expect(await names(await house.signedIn('BU_HEAD'), 'CHECKER')).toEqual(['测试CHECKER'])
    expect(await names(await house.signedIn('AUD'))).toEqual([])
  })
})
