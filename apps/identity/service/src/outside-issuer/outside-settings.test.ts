import { describe, expect, it } from 'vitest'
import { outsideFaults, outsideSettings } from './outside-settings'

const whole = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'xishan', OIDC_CLIENT_SECRET: 'secret' }
const origins = ['https://xishan.example']

describe('settings of the outside issuer', () => {
  it('are off when nothing is given', () => {
    expect(outsideSettings({ extra: {}, publicOrigins: origins })).toBeUndefined()
    expect(outsideFaults({ extra: {}, publicOrigins: [], mode: 'production' })).toEqual([])
  })

  it('come back to the public address unless told otherwise', () => {
    expect(outsideSettings({ extra: whole, publicOrigins: origins })?.redirectUri.href).toBe('https://xishan.example/api/identity/outside/callback')
    expect(outsideSettings({ extra: { ...whole, OIDC_REDIRECT_URI: 'https://other.example/back' }, publicOrigins: origins })?.redirectUri.href).toBe('https://other.example/back')
  })

  it.each([
    [{ ...whole, OIDC_CLIENT_SECRET: '' }, origins, 'OIDC_CLIENT_SECRET'],
    [whole, [], 'PUBLIC_ORIGINS'],
    [{ ...whole, OIDC_ISSUER: 'http://id.example' }, origins, 'https'],
    [{ ...whole, OIDC_ISSUER: 'id.example' }, origins, '有效的网址'],
  ])('refuse %j with a sentence', (extra, publicOrigins, word) => {
    expect(outsideFaults({ extra, publicOrigins, mode: 'production' }).join()).toContain(word)
  })
})
