import type { Role } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, PASSWORD, usernameOf, type House } from '../testing/house'

const { routes } = contract
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const messages = (body: { errors?: { field: string; message: string }[] | undefined }) => body.errors?.map(({ message }) => message) ?? []
const signIn = (role: Role, password: string) => house.browser().send(routes.signIn, { body: { username: usernameOf(role), password } })

describe('changing the own password', () => {
  it('ends the other sessions, not this one, and the old one is over', async () => {
    const [here, there] = [await house.signedIn('ST_CLERK'), await house.signedIn('ST_CLERK')]
    const changed = await here.send(routes.changeOwnPassword, { body: { currentPassword: PASSWORD, newPassword: 'Cuihu-Ferry-88' } })
    expect(changed.status).toBe(200)
    expect((await here.send(routes.refreshSession)).status).toBe(200)
    expect((await there.send(routes.refreshSession)).body.code).toBe('session-ended')
    expect((await signIn('ST_CLERK', PASSWORD)).body.code).toBe('wrong-credentials')
    expect((await signIn('ST_CLERK', 'Cuihu-Ferry-88')).status).toBe(200)
    expect(await house.sql(`select action, summary from audit_entry where subject_id = $1 order by seq desc limit 1`, [here.me.id])).toEqual([
      { action: 'change-password', summary: { passwordHash: true, passwordSetAt: true } },
    ])
  })

  it.each([
    ['short1A', '密码至少 10 位'],
    ['nothingbutletters', '密码须包含大写字母、小写字母、数字、符号中的至少 3 类'],
    ['My-st.reviewer-1', '密码不能包含用户名'],
    ['P@ssw0rd-2025', '该密码过于常见，容易被猜到'],
    [PASSWORD, '不能使用最近 5 次用过的密码'],
  ])('to %s is refused: %s', async (newPassword, message) => {
    const browser = await house.signedIn('ST_REVIEWER')
    const { body } = await browser.send(routes.changeOwnPassword, { body: { currentPassword: PASSWORD, newPassword } })
    expect(body).toMatchObject({ status: 422, code: 'password-refused' })
    expect(messages(body)).toContain(message)
  })

  it('does not take one of the last five again, but the sixth', async () => {
    const browser = await house.signedIn('BU_CLERK')
    let current = PASSWORD
    const change = async (newPassword: string) => {
      const answer = await browser.send(routes.changeOwnPassword, { body: { currentPassword: current, newPassword } })
      if (answer.status === 200) current = newPassword
      return answer.body.code ?? 'changed'
    }
    for (const n of [1, 2, 3, 4, 5]) {
      expect(await change(`Green-Lake-7${n}`)).toBe('changed')
      expect(await change(PASSWORD)).toBe('password-refused')
    }
    expect(await change('Green-Lake-76')).toBe('changed')
    expect(await change(PASSWORD)).toBe('changed')
  })

  it('asks for the current one, and does not let anybody guess it', async () => {
    const browser = await house.signedIn('CHECKER')
    const attempt = () => browser.send(routes.changeOwnPassword, { body: { currentPassword: 'guess', newPassword: 'Cuihu-Ferry-88' } })
    expect((await attempt()).body).toMatchObject({ status: 422, code: 'current-password-wrong', errors: [{ field: 'currentPassword' }] })
    for (let i = 0; i < 4; i++) await attempt()
    expect((await attempt()).body.code).toBe('locked-out')
  })
})

describe('an issued password', () => {
  it('comes with a registration and a reset, is shown once, and has to be replaced before anything else', async () => {
    const system = await house.signedIn('SYS')
    const security = await house.signedIn('SEC')
    const registered = await system.send(routes.registerAccount, { body: { username: 'new.person', name: '新同事', office: '社会救助科', scope: '530112' } })
    expect(registered.status).toBe(200)
    const issued = registered.body.initialPassword ?? ''
    await security.send(routes.grantRoles, { params: { id: registered.body.id }, body: { version: 1, roles: ['BU_CLERK'], scope: '530112' } })
    const door = house.browser()
    const credentials = { username: 'new.person', password: issued }
    expect((await door.send(routes.signIn, { body: credentials })).body).toMatchObject({ status: 403, code: 'password-must-change' })
    expect((await door.send(routes.renewPassword, { body: { ...credentials, newPassword: issued } })).body.code).toBe('password-refused')
    expect((await door.send(routes.renewPassword, { body: { ...credentials, password: 'x', newPassword: 'Cuihu-Ferry-88' } })).body.code).toBe('wrong-credentials')
    const renewed = await door.send(routes.renewPassword, { body: { ...credentials, newPassword: 'Cuihu-Ferry-88' } })
    expect(renewed.body).toMatchObject({ username: 'new.person', roles: ['BU_CLERK'] })
    expect((await door.send(routes.me)).status).toBe(200)

    const reset = await system.send(routes.resetPassword, { params: { id: registered.body.id }, body: { version: renewed.body.version } })
    expect(reset.body.initialPassword).toMatch(/^[A-Z]{4}-[a-z]{4}-[2-9]{4}-[a-z]{4}$/)
    expect((await door.send(routes.refreshSession)).body.code).toBe('session-ended')
    expect((await door.send(routes.signIn, { body: { username: 'new.person', password: 'Cuihu-Ferry-88' } })).body.code).toBe('wrong-credentials')
  })

  it('does not come a second time when the request is repeated', async () => {
    const system = await house.signedIn('SYS')
    const headers = { 'idempotency-key': 'the-same-key-twice' }
    const body = { username: 'once.only', name: '只此一次', office: '办公室', scope: '530112' }
    const [first, second] = [await system.send(routes.registerAccount, { body, headers }), await system.send(routes.registerAccount, { body, headers })]
    expect(first.body.initialPassword).toBeTypeOf('string')
    expect(second.body).toEqual({ id: first.body.id, version: 1 })
  })
})

it('an old password has to be replaced, and counts for ninety days', async () => {
  const browser = await house.signedIn('BU_HEAD')
  const { id } = browser.me
  await house.sql(`alter table account disable trigger user`)
  await house.sql(`update account set demonstration = false, password_set_at = now() - interval '91 days' where id = $1`, [id])
  await house.sql(`alter table account enable trigger user`)
  expect((await signIn('BU_HEAD', PASSWORD)).body.code).toBe('password-must-change')
  const renewed = await house.browser().send(routes.renewPassword, { body: { username: 'bu.head', password: PASSWORD, newPassword: 'Cuihu-Ferry-88' } })
  const today = new Date(Date.now() + 90 * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' })
  expect(renewed.body.passwordExpiresOn).toBe(today)
})
