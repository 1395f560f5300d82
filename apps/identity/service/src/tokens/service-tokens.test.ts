import { randomBytes } from 'node:crypto'
import { contract } from '@xishan/identity-contract'
import { LINE_ROUTES } from '@xishan/domain'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../testing/house'

const secret = randomBytes(32).toString('hex')
let house: House

beforeAll(async () => {
  house = await openHouse({ extra: { SERVICE_SECRETS: `portal=${secret}` } })
})
afterAll(() => house.close())

const ask = (service: string, given: string) =>
  fetch(`${house.url}/service-tokens`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ service, secret: given }) })

describe('a service of the platform', () => {
  it('gets a token of its own, good with identity and for everybody who fetches the keys', async () => {
    const response = await ask('portal', secret)
    const { token, expiresInSeconds } = contract.routes.serviceToken.answer.parse(await response.json())
    expect(expiresInSeconds).toBe(300)
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${house.url}/.well-known/jwks.json`)), { issuer: 'xishan-identity', audience: 'xishan' })
    expect(payload).toMatchObject({ sub: 'service:portal', kind: 'service', roles: ['SERVICE'], scope: '530112' })
    const event = { eventId: '0199a000-0000-7000-8000-000000000001', type: 'clock.advanced', occurredOn: '2025-10-08', knownOn: '2025-10-08', source: 'identity', payload: { businessDate: '2025-10-08' }, schemaVersion: 1 }
    const bearer = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    expect((await fetch(`${house.url}${LINE_ROUTES.receiveEvents.path}`, { method: 'POST', headers: bearer, body: JSON.stringify([event]) })).status).toBe(200)
    expect((await fetch(`${house.url}/accounts`, { headers: bearer })).status).toBe(403)
  })

  it.each([
    ['portal', 'wrong'],
    ['funeral-management', secret],
    ['__proto__', 'x'],
    ['', ''],
  ])('%s with %s is refused', async (service, given) => {
    const response = await ask(service, given)
    expect([401, 422]).toContain(response.status)
    expect(await response.json()).not.toHaveProperty('token')
  })
})
