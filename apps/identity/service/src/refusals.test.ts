import { randomBytes } from 'node:crypto'
import { createServiceApp, parseConfiguration, UnitOfWork } from '@xishan/service-kit'
import { startTestService } from '@xishan/service-kit/testing'
import { contract } from '@xishan/identity-contract'
import { expect, it } from 'vitest'
import { loadAccountsWithIssuedPasswords } from './accounts/load-accounts'
import { service } from './service'
import { Browser } from './testing/browser'
import { openHouse } from './testing/house'

const random = () => randomBytes(32).toString('hex')
const production = { mode: 'production', secureCookies: 'true', dataKeys: `p1:${random()}`, serviceSecret: random(), extra: { SERVICE_SECRETS: `portal=${random()}` } }

it('production refuses to start on a database with demonstration accounts', async () => {
  const house = await openHouse()
  try {
    const settings = { ...production, databaseUrl: house.databaseUrl, identityUrl: 'http://127.0.0.1:9', sealsFile: house.sealsFile, logLevel: 'silent' }
    await expect(createServiceApp(service, parseConfiguration(settings))).rejects.toThrow(/14 个演示账号/)
  } finally {
    await house.close()
  }
})

it.each([
  [{ serviceSecret: 'change-me-change-me-change-me-change-me' }, /服务 identity 的密钥/],
  [{ extra: { SERVICE_SECRETS: 'portal=short' } }, /服务 portal 的密钥/],
  [{ secureCookies: 'false' }, /Secure/],
  [{ extra: { OIDC_ISSUER: 'https://id.example' } }, /OIDC_CLIENT_ID/],
  [{ dataKeys: 'dev1:7d1f0a6c52e84b39a1c3f7089be2d4561c8e5b70f2394ad68e01c7b5926fd34a' }, /开发密钥/],
])('production refuses %j', async (wrong, sentence) => {
  await expect(startTestService(service, { settings: { ...production, ...wrong } })).rejects.toThrow(sentence)
})

it('production starts without them, has today for its date, Secure cookies and no way to move the date', async () => {
  const house = await startTestService(service, { settings: production })
  try {
    const options = await house.call(null, contract.routes.signInOptions)
    expect(options.body).toMatchObject({ demonstration: false, outsideIssuer: null, businessDate: new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }) })
    const actor = { kind: 'user' as const, id: '00000000-0000-8000-8000-000000000001', name: '某人', roles: ['DIRECTOR' as const], scope: '530112' }
    expect((await house.call(actor, contract.routes.advanceClock, { body: { to: '2099-01-01' } })).body).toMatchObject({ status: 404, code: 'clock-not-demonstration' })
  } finally {
    await house.close()
  }
})

it('in production the first administrator replaces the issued password and gets cookies that only https carries', async () => {
  const house = await startTestService(service, { settings: production, ownKeys: true })
  try {
    const person = { username: 'sys.admin', name: '系统管理员', office: '信息中心', role: 'SYS' as const, division: '530112', password: 'QWER-asdf-2345-zxcv' }
    await loadAccountsWithIssuedPasswords(house.app.get(UnitOfWork), [person])
    const browser = new Browser(new URL(house.url).origin, '/api/identity')
    const credentials = { username: person.username, password: person.password }
    expect((await browser.send(contract.routes.signIn, { body: credentials })).body.code).toBe('password-must-change')
    const { body } = await browser.send(contract.routes.renewPassword, { body: { ...credentials, newPassword: 'Cuihu-Ferry-88' } })
    expect(body).toMatchObject({ roles: ['SYS'], passwordExpiresOn: expect.stringMatching(/^\d{4}-/) })
    for (const name of ['xs_session', 'xs_token']) expect(browser.cookies.get(name)?.attributes).toMatch(/HttpOnly; Secure; SameSite=Lax/)
  } finally {
    await house.close()
  }
})
