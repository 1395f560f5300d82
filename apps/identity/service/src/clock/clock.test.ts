import { LINE_ROUTES } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../testing/house'

const { routes } = contract
let house: House

beforeAll(async () => {
  house = await openHouse({ peers: 'portal=http://127.0.0.1:9/api/portal,social-assistance=http://127.0.0.1:9/api/social-assistance' }, true)
})
afterAll(() => house.close())

describe('the business date of the demonstration', () => {
  it('moves forward for anybody signed in, tells every line, and is on the record', async () => {
    const clerk = await house.signedIn('ST_CLERK')
    expect((await clerk.send(routes.clock)).body).toMatchObject({ businessDate: '2025-09-30', demonstration: true })
    const { status, body } = await clerk.send(routes.advanceClock, { body: { to: '2025-10-09' } })
    expect({ status, body }).toEqual({ status: 200, body: { businessDate: '2025-10-09', demonstration: true } })
    expect((await clerk.send(LINE_ROUTES.clock)).body).toMatchObject({ businessDate: '2025-10-09' })
    expect((await house.browser().send(routes.signInOptions)).body.businessDate).toBe('2025-10-09')
    const told = await house.sql<{ line: string; to: string }>(`select line, envelope->'payload'->>'businessDate' as to from outbox join outbox_delivery using (event_id) where type = 'clock.advanced' order by line`)
    expect(told).toEqual(['identity', 'portal', 'social-assistance'].map((line) => ({ line, to: '2025-10-09' })))
    expect(await house.sql(`select action, actor_name, summary->'businessDate' as moved from audit_entry where action = 'advance-clock'`)).toEqual([
      { action: 'advance-clock', actor_name: '测试ST_CLERK', moved: ['2025-09-30', '2025-10-09'] },
    ])
  })

  it.each([
    ['2025-09-30', 'clock-backwards'],
    ['2024-12-31', 'clock-backwards'],
    ['2026-12-31', 'clock-too-far'],
    ['2099-01-01', 'clock-beyond-calendar'],
    ['2025-02-30', 'invalid-input'],
    ['tomorrow', 'invalid-input'],
  ])('does not move to %s: %s', async (to, code) => {
    const clerk = await house.signedIn('DIRECTOR')
    const before = (await clerk.send(routes.clock)).body.businessDate
    expect((await clerk.send(routes.advanceClock, { body: { to } })).body).toMatchObject({ status: 422, code, errors: [{ field: 'to' }] })
    expect((await clerk.send(routes.clock)).body.businessDate).toBe(before)
  })

  it('moves once when two push at once', async () => {
    const [one, other] = [await house.signedIn('FINANCE'), await house.signedIn('CHECKER')]
    const answers = await Promise.all([one, other].map((browser) => browser.send(routes.advanceClock, { body: { to: '2025-10-10' } })))
    expect(answers.map(({ body }) => body.code ?? 'moved').sort()).toEqual(['clock-backwards', 'moved'])
    expect(await house.sql(`select 1 from outbox where envelope->'payload'->>'businessDate' = '2025-10-10'`)).toHaveLength(1)
  })
})
