import { contract } from '@xishan/identity-contract'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../testing/house'
import type { Browser } from '../testing/browser'

const { routes } = contract
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const refresh = (browser: Browser) => browser.send(routes.refreshSession)
const rolesIn = (browser: Browser) => decodeJwt(browser.cookies.get('xs_token')?.value ?? '')['roles']
const backdate = (column: 'touched_at' | 'ends_at', accountId: string, by: string) =>
  house.sql(`update session set ${column} = ${column} - $2::interval where account_id = $1`, [accountId, by])

describe('a session', () => {
  it('gives the next token as long as it is used', async () => {
    const browser = await house.signedIn('ST_CLERK')
    await backdate('touched_at', browser.me.id, '29 minutes')
    expect((await refresh(browser)).status).toBe(200)
    await backdate('touched_at', browser.me.id, '29 minutes')
    expect((await refresh(browser)).status).toBe(200)
  })

  it('ends after half an hour without use', async () => {
    const browser = await house.signedIn('ST_CLERK')
    await backdate('touched_at', browser.me.id, '31 minutes')
    expect((await refresh(browser)).body).toMatchObject({ status: 401, code: 'session-ended' })
  })

  it('ends after twelve hours, however busy', async () => {
    const browser = await house.signedIn('ST_REVIEWER')
    await backdate('ends_at', browser.me.id, '11 hours 59 minutes')
    expect((await refresh(browser)).status).toBe(200)
    await backdate('ends_at', browser.me.id, '1 minute')
    expect((await refresh(browser)).body.code).toBe('session-ended')
  })

  it('is not opened by a made-up secret, nor by none', async () => {
    expect((await refresh(house.browser())).body.code).toBe('session-ended')
    const browser = await house.signedIn('BU_CLERK')
    browser.cookies.set('xs_session', { value: 'A'.repeat(43), path: '/api/identity', attributes: '' })
    expect((await refresh(browser)).body.code).toBe('session-ended')
  })

  it('ends with sign-out, here; the other one goes on', async () => {
    const [here, there] = [await house.signedIn('BU_HEAD'), await house.signedIn('BU_HEAD')]
    const copy = new Map(here.cookies)
    const { status } = await here.send(routes.signOut)
    expect(status).toBe(204)
    expect(here.cookies.size).toBe(0)
    for (const [name, cookie] of copy) here.cookies.set(name, cookie)
    expect((await refresh(here)).body.code).toBe('session-ended')
    expect((await here.send(routes.me)).body.code).toBe('not-signed-in')
    expect((await refresh(there)).status).toBe(200)
  })

  it('ends everywhere at once', async () => {
    const [here, there] = [await house.signedIn('CHECKER'), await house.signedIn('CHECKER')]
    await here.send(routes.signOutEverywhere)
    expect((await refresh(there)).body.code).toBe('session-ended')
  })

  it('signs out even when nobody is signed in', async () => {
    expect((await house.browser().send(routes.signOut)).status).toBe(204)
  })
})

describe('what an administrator does to an account', () => {
  it('reaches a running session with its next token: new roles', async () => {
    const clerk = await house.signedIn('FINANCE')
    const security = await house.signedIn('SEC')
    const version = clerk.me.version
    const granted = await security.send(routes.grantRoles, { params: { id: clerk.me.id }, body: { version, roles: ['BU_CLERK'], scope: '530112' } })
    expect(granted.status).toBe(200)
    expect(rolesIn(clerk)).toEqual(['FINANCE'])
    expect((await refresh(clerk)).body.roles).toEqual(['BU_CLERK'])
    expect(rolesIn(clerk)).toEqual(['BU_CLERK'])
  })

  it('reaches it: no role left, no token', async () => {
    const leader = await house.signedIn('ST_LEADER')
    const security = await house.signedIn('SEC')
    await security.send(routes.grantRoles, { params: { id: leader.me.id }, body: { version: leader.me.version, roles: [], scope: '530112001' } })
    expect((await refresh(leader)).body.code).toBe('session-ended')
    const again = await house.browser().send(routes.signIn, { body: { username: 'st.leader', password: 'Three-Camels-7' } })
    expect(again.body.code).toBe('no-role')
  })

  it('reaches it: a locked account has no session, and says why at the door', async () => {
    const member = await house.signedIn('COMMUNITY')
    const system = await house.signedIn('SYS')
    const locked = await system.send(routes.lockAccount, { params: { id: member.me.id }, body: { version: member.me.version, reason: '已离岗' } })
    expect(locked.status).toBe(200)
    expect((await refresh(member)).body.code).toBe('session-ended')
    const again = await house.browser().send(routes.signIn, { body: { username: 'community', password: 'Three-Camels-7' } })
    expect(again.body).toMatchObject({ status: 403, code: 'account-locked' })
    await system.send(routes.unlockAccount, { params: { id: member.me.id }, body: { version: locked.body.version } })
    expect((await house.browser().send(routes.signIn, { body: { username: 'community', password: 'Three-Camels-7' } })).status).toBe(200)
  })
})

it('the night tidies sessions long over, and leaves running ones and the log', async () => {
  const over = await house.signedIn('DIRECTOR')
  await over.send(routes.signOut)
  await house.sql(`update session set ended_at = now() - interval '31 days' where account_id = $1`, [over.me.id])
  const running = await house.signedIn('DIRECTOR')
  const records = await house.sql('select id from sign_in_record')
  await house.advanceTo('2025-10-09')
  expect(await house.sql('select 1 from session where account_id = $1', [over.me.id])).toHaveLength(1)
  expect((await refresh(running)).status).toBe(200)
  expect(await house.sql('select id from sign_in_record')).toEqual(records)
})
