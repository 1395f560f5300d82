import { contract } from '@xishan/identity-contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../testing/browser'
import { openHouse, type House } from '../testing/house'
import { CLIENT, startOutsideProvider, type OutsideProvider } from '../testing/outside-provider'

const { routes } = contract
const CALLBACK = 'https://xishan.example/api/identity/outside/callback'
let outside: OutsideProvider
let house: House

beforeAll(async () => {
  outside = await startOutsideProvider(CALLBACK)
  house = await openHouse({ publicOrigins: 'https://xishan.example', extra: { OIDC_ISSUER: outside.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_TITLE: '昆明政务统一认证' } })
})
beforeEach(() => {
  outside.person = { subject: 'k-001', username: 'BU.Head' }
})
afterAll(async () => {
  await house.close()
  await outside.close()
})

const begin = async (browser: Browser, returnTo = '/social-assistance/tasks') => (await browser.send(routes.beginOutsideSignIn, { body: { returnTo } })).body.address

/** Follows the issuer's pages until it sends the browser back; the address it sends it to. */
async function atIssuer(address: string): Promise<URL> {
  const browser = new Browser(outside.issuer, '')
  let next = new URL(address)
  for (let hop = 0; hop < 8 && next.origin === outside.issuer; hop++) next = new URL((await browser.fetch(next.href)).headers.get('location') ?? '', next)
  return next
}

/** The browser arrives back at identity; where it is sent then. */
async function arrive(browser: Browser, back: URL): Promise<string | null> {
  const response = await browser.fetch(`${back.pathname}${back.search}`)
  expect(response.status).toBe(303)
  return response.headers.get('location')
}

const signInOutside = async (browser = house.browser()) => ({ browser, target: await arrive(browser, await atIssuer(await begin(browser))) })

describe('signing in by an outside issuer', () => {
  it('is offered when configured', async () => {
    expect((await house.browser().send(routes.signInOptions)).body.outsideIssuer).toEqual({ title: '昆明政务统一认证' })
  })

  it('finds the account of the same name, links it, and goes on where one wanted', async () => {
    const { browser, target } = await signInOutside()
    expect(target).toBe('/social-assistance/tasks')
    expect((await browser.send(routes.me)).body).toMatchObject({ username: 'bu.head', roles: ['BU_HEAD'], outsideLinked: true })
    expect(browser.cookies.has('xs_outside')).toBe(false)
    expect(await house.sql(`select action from audit_entry where action = 'link-outside-identity'`)).toHaveLength(1)
  })

  it('knows the linked person by subject, whatever the name there is now', async () => {
    await signInOutside()
    outside.person = { subject: 'k-001', username: 'director' }
    const { browser } = await signInOutside()
    expect((await browser.send(routes.me)).body.username).toBe('bu.head')
  })

  it('lets nobody else take an account that is linked', async () => {
    await signInOutside()
    outside.person = { subject: 'k-666', username: 'bu.head' }
    const { browser, target } = await signInOutside()
    expect(target).toBe('/?signInProblem=outside-identity-unknown')
    expect((await browser.send(routes.me)).body.code).toBe('not-signed-in')
  })

  it('makes no account', async () => {
    const accounts = await house.sql('select 1 from account')
    outside.person = { subject: 'k-002', username: 'stranger' }
    expect((await signInOutside()).target).toBe('/?signInProblem=outside-identity-unknown')
    expect(await house.sql('select 1 from account')).toHaveLength(accounts.length)
  })

  it('refuses a locked account', async () => {
    outside.person = { subject: 'k-003', username: 'finance' }
    const system = await house.signedIn('SYS')
    const finance = house.account('FINANCE').id ?? ''
    await system.send(routes.lockAccount, { params: { id: finance }, body: { version: 1, reason: '离岗' } })
    expect((await signInOutside()).target).toBe('/?signInProblem=account-locked')
  })

  it('ends with a clear page when the person gives up there', async () => {
    outside.person = null
    expect((await signInOutside()).target).toBe('/?signInProblem=outside-sign-in-failed')
  })
})

describe('the way back', () => {
  it('is good once', async () => {
    const browser = house.browser()
    const back = await atIssuer(await begin(browser))
    const cookie = browser.cookies.get('xs_outside')
    await arrive(browser, back)
    if (cookie) browser.cookies.set('xs_outside', cookie)
    expect(await arrive(browser, back)).toBe('/?signInProblem=outside-sign-in-failed')
  })

  it('is closed to a browser that did not begin: nobody is signed in as somebody else by a link', async () => {
    const back = await atIssuer(await begin(house.browser()))
    const victim = house.browser()
    expect(await arrive(victim, back)).toBe('/?signInProblem=outside-sign-in-failed')
    await begin(victim)
    expect(await arrive(victim, back)).toBe('/?signInProblem=outside-sign-in-failed')
    expect(victim.cookies.has('xs_token')).toBe(false)
  })

  it('is closed after ten minutes', async () => {
    const browser = house.browser()
    const back = await atIssuer(await begin(browser))
    await house.sql(`update outside_sign_in set begun_at = begun_at - interval '11 minutes'`)
    expect(await arrive(browser, back)).toBe('/?signInProblem=outside-sign-in-failed')
  })

  it('is closed to an altered code', async () => {
    const browser = house.browser()
    const back = await atIssuer(await begin(browser))
    back.searchParams.set('code', 'made-up')
    expect(await arrive(browser, back)).toBe('/?signInProblem=outside-sign-in-failed')
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])('never leads to %s', async (returnTo) => {
    expect((await house.browser().send(routes.beginOutsideSignIn, { body: { returnTo } })).body.code).toBe('invalid-input')
  })
})

it('an issuer that is down is said to be, and password sign-in goes on', async () => {
  const alone = await openHouse({ publicOrigins: 'https://xishan.example', extra: { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' } })
  try {
    expect((await alone.browser().send(routes.beginOutsideSignIn, { body: {} })).body).toMatchObject({ status: 503, code: 'outside-issuer-unreachable' })
    expect((await alone.signedIn('DIRECTOR')).me.username).toBe('director')
  } finally {
    await alone.close()
  }
})

it('without an issuer there is no such way', async () => {
  const plain = await openHouse()
  try {
    expect((await plain.browser().send(routes.beginOutsideSignIn, { body: {} })).body).toMatchObject({ status: 404, code: 'outside-issuer-off' })
    const callback = await plain.browser().fetch('/api/identity/outside/callback?state=x&code=y')
    expect(callback.headers.get('location')).toBe('/?signInProblem=outside-sign-in-failed')
  } finally {
    await plain.close()
  }
})
