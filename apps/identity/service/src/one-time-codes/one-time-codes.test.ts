import { contract } from '@xishan/identity-contract'
import { generate } from 'otplib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, PASSWORD, usernameOf, type House } from '../testing/house'
import type { Role } from '@xishan/domain'

const { routes } = contract
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The next code is good already, half a minute early: so a test never waits and never meets a turn of the clock. */
const now = () => Math.floor(Date.now() / 1000)
const codeOf = (secret: string, later = 0) => generate({ secret, epoch: now() + later })
const signIn = (role: Role, code?: string) => house.browser().send(routes.signIn, { body: { username: usernameOf(role), password: PASSWORD, ...(code ? { code } : {}) } })

async function enrolled(role: Role) {
  const browser = await house.signedIn(role)
  const { body } = await browser.send(routes.beginOneTimeCode, { body: { password: PASSWORD } })
  await browser.send(routes.confirmOneTimeCode, { body: { code: await codeOf(body.secret) } })
  return { browser, secret: body.secret }
}

it('is asked for once a code was confirmed, not before, and each is good once', async () => {
  const browser = await house.signedIn('ST_CLERK')
  expect((await browser.send(routes.confirmOneTimeCode, { body: { code: '123456' } })).body.code).toBe('one-time-code-not-begun')
  const begun = await browser.send(routes.beginOneTimeCode, { body: { password: PASSWORD } })
  expect(begun.body.uri).toContain('otpauth://totp/')
  expect((await signIn('ST_CLERK')).status).toBe(200)
  expect((await browser.send(routes.confirmOneTimeCode, { body: { code: '000000' } })).body.code).toBe('wrong-code')
  const first = await codeOf(begun.body.secret)
  expect((await browser.send(routes.confirmOneTimeCode, { body: { code: first } })).status).toBe(200)

  expect((await signIn('ST_CLERK')).body).toMatchObject({ status: 401, code: 'code-needed', errors: [{ field: 'code' }] })
  expect((await signIn('ST_CLERK', first)).body.code).toBe('wrong-code')
  const second = await codeOf(begun.body.secret, 30)
  expect((await signIn('ST_CLERK', second)).body).toMatchObject({ oneTimeCode: true })
  expect((await signIn('ST_CLERK', second)).body.code).toBe('wrong-code')
})

it('stands sealed in the database and nowhere in the audit trail', async () => {
  const { secret } = await enrolled('ST_REVIEWER')
  const dump = JSON.stringify([await house.sql('select * from account'), await house.sql('select * from audit_entry')])
  expect(dump).not.toContain(secret)
})

it('wrong codes count towards the lock-out', async () => {
  const { secret } = await enrolled('FINANCE')
  for (let i = 0; i < 5; i++) await signIn('FINANCE', '000000')
  expect((await signIn('FINANCE', await codeOf(secret, 30))).body.code).toBe('locked-out')
})

it('is removed by its owner with password and code', async () => {
  const { browser, secret } = await enrolled('BU_CLERK')
  expect((await browser.send(routes.beginOneTimeCode, { body: { password: PASSWORD } })).body.code).toBe('one-time-code-on')
  expect((await browser.send(routes.removeOneTimeCode, { body: { password: 'wrong', code: await codeOf(secret, 30) } })).body.code).toBe('current-password-wrong')
  expect((await browser.send(routes.removeOneTimeCode, { body: { password: PASSWORD, code: '000000' } })).body.code).toBe('wrong-code')
  expect((await browser.send(routes.removeOneTimeCode, { body: { password: PASSWORD, code: await codeOf(secret, 30) } })).status).toBe(200)
  expect((await signIn('BU_CLERK')).status).toBe(200)
})

it('is lifted by the system administrator for someone who lost the device', async () => {
  const { browser } = await enrolled('BU_HEAD')
  const system = await house.signedIn('SYS')
  const { body } = await system.send(routes.account, { params: { id: browser.me.id } })
  expect(body.oneTimeCode).toBe(true)
  expect((await system.send(routes.resetOneTimeCode, { params: { id: body.id }, body: { version: body.version } })).status).toBe(200)
  expect((await signIn('BU_HEAD')).status).toBe(200)
})
