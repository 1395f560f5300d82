import { generate } from 'otplib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { acceptedStep, enrolmentUri, newSecret } from './authenticator'

const now = () => Math.floor(Date.now() / 1000)

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-09-30T01:00:10Z') }))
afterEach(() => vi.useRealTimers())

describe('one-time codes', () => {
  it('takes the code of now and of the neighbouring half minutes, not of five minutes ago', async () => {
    const secret = newSecret()
    for (const offset of [-30, 0, 30]) expect(await acceptedStep(secret, await generate({ secret, epoch: now() + offset }), null)).toBeTypeOf('number')
    expect(await acceptedStep(secret, await generate({ secret, epoch: now() - 300 }), null)).toBeUndefined()
  })

  it('takes a code once', async () => {
    const secret = newSecret()
    const code = await generate({ secret })
    const step = await acceptedStep(secret, code, null)
    expect(step).toBeTypeOf('number')
    expect(await acceptedStep(secret, code, step ?? null)).toBeUndefined()
  })

  it.each(['', '12345', '1234567', 'abcdef', "' or 1"])('refuses %j', async (code) => {
    expect(await acceptedStep(newSecret(), code, null)).toBeUndefined()
  })

  it('names the house and the user to the authenticator', () => {
    const uri = new URL(enrolmentUri(newSecret(), 'xiyuan.clerk'))
    expect(uri.protocol).toBe('otpauth:')
    expect(uri.searchParams.get('issuer')).toBe('西山民政')
  })
})
