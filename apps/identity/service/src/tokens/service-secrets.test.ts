import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { serviceSecretFaults, serviceSecrets } from './service-secrets'

const random = () => randomBytes(36).toString('hex')
const own = random()

describe('secrets of the services', () => {
  it('are read by name, identity knows its own', () => {
    expect(serviceSecrets({ serviceSecret: own, extra: { SERVICE_SECRETS: 'portal=a=b, social-assistance=c' } })).toEqual({ portal: 'a=b', 'social-assistance': 'c', identity: own })
  })

  it.each([
    ['a random one', `portal=${random()}`, 0],
    ['a short one', 'portal=k3Jd', 1],
    ['one from a manual', 'portal=change-me-please-this-is-no-good-at-all', 1],
    ['one sign again and again', `portal=${'k'.repeat(40)}`, 1],
    ['the same for two', `portal=${own}`, 1],
  ])('%s', (_, SERVICE_SECRETS, faults) => {
    expect(serviceSecretFaults({ serviceSecret: own, extra: { SERVICE_SECRETS } })).toHaveLength(faults)
  })
})
