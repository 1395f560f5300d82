import { contract } from '@xishan/identity-contract'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, PASSWORD, usernameOf, type House } from '../testing/house'

const { routes } = contract
let house: House
let address = 0

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const fromElsewhere = () => house.browser(`10.1.0.${++address}`)
const signIn = (username: string, password: string, browser = fromElsewhere()) => browser.send(routes.signIn, { body: { username, password } })

describe('signing in', () => {
  it('answers who it is, and gives cookies that no script and no other site can use', async () => {
    const browser = house.browser()
    const { status, body } = await signIn('  ST.Clerk ', PASSWORD, browser)
    expect(status).toBe(200)
    expect(body).toMatchObject({ username: 'st.clerk', roles: ['ST_CLERK'], scope: '530112001', idleMinutes: 30, passwordExpiresOn: null })
    const [session, token] = [browser.cookies.get('xs_session'), browser.cookies.get('xs_token')]
    expect(session?.path).toBe('/api/identity')
    expect(token?.path).toBe('/')
    for (const cookie of [session, token]) {
      expect(cookie?.attributes).toContain('HttpOnly')
      expect(cookie?.attributes).toContain('SameSite=Lax')
    }
    expect(decodeJwt(token?.value ?? '')).toMatchObject({
      iss: 'xishan-identity', aud: 'xishan', sub: body.id, name: '测试ST_CLERK', username: 'st.clerk', roles: ['ST_CLERK'], scope: '530112001', kind: 'user',
    })
    expect((await browser.send(routes.me)).body).toMatchObject({ username: 'st.clerk' })
  })

  it('keeps neither session secret nor password in the database', async () => {
    const browser = await house.signedIn('FINANCE')
    const dump = JSON.stringify([await house.sql('select * from session'), await house.sql('select * from account'), await house.sql('select * from audit_entry'), await house.sql('select * from idempotency')])
    expect(dump).not.toContain(browser.cookies.get('xs_session')?.value)
    expect(dump).not.toContain(PASSWORD)
  })

  it('signs with a published key', async () => {
    const browser = await house.signedIn('DIRECTOR')
    const { kid } = decodeProtectedHeader(browser.cookies.get('xs_token')?.value ?? '')
    const { body } = await house.browser().send(routes.keys)
    expect(body.keys.map((key) => key['kid'])).toContain(kid)
    expect(JSON.stringify(body)).not.toContain('"d"')
  })

  it('tells of the sign-in before this one', async () => {
    await signIn('bu.clerk', PASSWORD, house.browser('10.9.9.9'))
    const { body } = await signIn('bu.clerk', PASSWORD)
    expect(body.previousSignIn?.address).toBe('10.9.9.9')
  })

  it('says the same of a wrong password and of a name that nobody has', async () => {
    const [wrong, unknown] = [await signIn('checker', 'nonsense'), await signIn('nobody.here', 'nonsense')]
    expect(wrong.body).toMatchObject({ status: 401, code: 'wrong-credentials', detail: '用户名或密码不正确。连续失败 5 次将锁定 15 分钟。' })
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' })
  })

  it.each([
    [{}, ['username', 'password']],
    [{ username: '', password: '' }, ['username', 'password']],
    [{ username: 'a'.repeat(65), password: 'x' }, ['username']],
    [{ username: ['x'], password: { $ne: 1 } }, ['username', 'password']],
    [{ username: 'st.clerk\u202e', password: 'x' }, ['username']],
  ])('refuses %j field by field', async (body, fields) => {
    const answer = await fromElsewhere().send(routes.signIn, { body })
    expect(answer.body).toMatchObject({ status: 422, code: 'invalid-input' })
    expect(answer.body.errors?.map(({ field }) => field)).toEqual(fields)
  })

  it.each(["' or '1'='1", '"; drop table account; --', '<script>alert(1)</script>'])('takes %j for a name that nobody has', async (username) => {
    expect((await signIn(username, PASSWORD)).body.code).toBe('wrong-credentials')
  })

  it('refuses a request from another site, cookies or none', async () => {
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
      const { body } = await fromElsewhere().send(routes.signIn, { body: { username: 'st.clerk', password: PASSWORD }, headers })
      expect(body).toMatchObject({ status: 403, code: 'foreign-origin' })
    }
    const browser = await house.signedIn('ST_LEADER')
    for (const route of [routes.refreshSession, routes.signOut, routes.signOutEverywhere, routes.changeOwnPassword])
      expect((await browser.send(route, { headers: { origin: 'https://evil.example' } })).body.code, route.path).toBe('foreign-origin')
    expect((await browser.send(routes.me)).status).toBe(200)
  })
})

describe('lock-out', () => {
  it('comes with the fifth failure and holds even for the right password', async () => {
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 5; i++) codes.push((await signIn('bu.approver', `wrong-${i}`)).body.code)
    expect(codes).toEqual(['wrong-credentials', 'wrong-credentials', 'wrong-credentials', 'wrong-credentials', 'locked-out'])
    const right = await signIn('bu.approver', PASSWORD)
    expect(right.body).toMatchObject({ status: 423, code: 'locked-out', detail: expect.stringContaining('15 分钟') })
    expect(right.headers.getSetCookie()).toEqual([])
  })

  it('comes for a name that nobody has just the same', async () => {
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 6; i++) codes.push((await signIn('phantom', 'x')).body.code)
    expect(codes.slice(3)).toEqual(['wrong-credentials', 'locked-out', 'locked-out'])
  })

  it('cannot be outrun by guesses sent at once', async () => {
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => signIn('community', i === 11 ? PASSWORD : `guess-${i}`)))
    const judged = guesses.filter(({ body }) => body.code === 'wrong-credentials').length
    expect(judged).toBeLessThanOrEqual(4)
    expect((await signIn('community', PASSWORD)).status === 200).toBe(guesses.some(({ status }) => status === 200))
  })

  it('ends when its time has passed', async () => {
    for (let i = 0; i < 5; i++) await signIn('discipline', 'x')
    await house.sql(`update sign_in_failure set locked_until = now() - interval '1 second', last_at = last_at - interval '16 minutes' where locked_until is not null`)
    expect((await signIn('discipline', PASSWORD)).status).toBe(200)
  })

  it('forgets failures after a success', async () => {
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) await signIn('bu.head', 'x')
      expect((await signIn('bu.head', PASSWORD)).status).toBe(200)
    }
  })

  it('slows an address that tries many names', async () => {
    const browser = house.browser('10.6.6.6')
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => signIn(`name${i}`, 'x', browser)))
    expect(answers.every(({ status }) => status === 401)).toBe(true)
    expect((await signIn('st.reviewer', PASSWORD, browser)).body).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect((await signIn('st.reviewer', PASSWORD)).status).toBe(200)
  })
})

describe('the log', () => {
  it('holds every attempt for the auditor, and of an unknown name only its first sign', async () => {
    await signIn('MyPassword-by-mistake-1', 'x', house.browser('10.7.7.7'))
    const auditor = await house.signedIn('AUD')
    const { body } = await auditor.send(routes.signIns, { query: { limit: '50', outcome: 'unknown-user' } })
    expect(body.rows[0]).toMatchObject({ username: 'M***', name: null, address: '10.7.7.7', way: 'password' })
    const own = await auditor.send(routes.signIns, { query: { username: usernameOf('AUD') } })
    expect(own.body.rows[0]).toMatchObject({ outcome: 'signed-in', name: '测试AUD' })
  })

  it('is read page by page without gaps', async () => {
    const auditor = await house.signedIn('AUD')
    const seen: string[] = []
    let after: string | null | undefined
    do {
      const { body } = await auditor.send(routes.signIns, { query: { limit: '40', ...(after ? { after } : {}) } })
      seen.push(...body.rows.map(({ id }) => id))
      after = body.next
    } while (after)
    const all = await house.sql<{ id: string }>('select id from sign_in_record order by id desc')
    expect(seen).toEqual(all.map(({ id }) => id))
  })
})
