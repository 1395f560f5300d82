import { contract } from '@xishan/identity-contract'
import { decodeProtectedHeader } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Browser } from '../testing/browser'
import { openHouse, type House } from '../testing/house'

const { routes } = contract
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
afterEach(() => vi.useRealTimers())

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
const keyOf = (browser: Browser) => decodeProtectedHeader(browser.cookies.get('xs_token')?.value ?? '').kid
const published = async () => (await house.browser().send(routes.keys)).body.keys.map(({ kid }) => kid)

it('a key that has signed its month is followed by one that everybody could fetch before it signs', async () => {
  const browser = await house.signedIn('DIRECTOR')
  const old = keyOf(browser)
  expect(await published()).toEqual([old])

  await house.sql(`update signing_key set active_from = active_from - interval '31 days'`)
  later(2)
  await browser.send(routes.refreshSession)
  expect(keyOf(browser)).toBe(old)
  const both = await published()
  expect(both).toHaveLength(2)

  later(9)
  await browser.send(routes.refreshSession)
  const signedByOld = browser.cookies.get('xs_token')
  later(1)
  await browser.send(routes.refreshSession)
  expect(keyOf(browser)).toBe(both.find((kid) => kid !== old))
  expect((await browser.send(routes.me)).status).toBe(200)
  if (signedByOld) browser.cookies.set('xs_token', signedByOld)
  expect(keyOf(browser)).toBe(old)
  expect((await browser.send(routes.me)).status).toBe(200)
})

it('a token ends after five minutes and says so, so that the browser renews it', async () => {
  const browser = await house.signedIn('CHECKER')
  later(6)
  expect((await browser.send(routes.me)).body).toMatchObject({ status: 401, code: 'token-expired' })
  await browser.send(routes.refreshSession)
  expect((await browser.send(routes.me)).status).toBe(200)
})

it('private keys lie sealed', async () => {
  const rows = await house.sql<{ private_jwk_sealed: string; public_jwk: object }>('select * from signing_key')
  for (const { private_jwk_sealed, public_jwk } of rows) {
    expect(private_jwk_sealed).toMatch(/^test\./)
    expect(public_jwk).not.toHaveProperty('d')
  }
})
