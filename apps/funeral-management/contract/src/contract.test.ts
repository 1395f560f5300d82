import { ADMINISTRATORS, ROLE_CODES, mayCall, type Role, type Route } from '@xishan/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, routes } from './contract'

const all: readonly [string, Route][] = Object.entries(routes)

describe('routes', () => {
  it('stand at one address each', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(addresses.filter((address, at) => addresses.indexOf(address) < at)).toEqual([])
  })

  it('declare a schema for each parameter of their path', () => {
    for (const [name, { path, params }] of all) expect([name, Object.keys(params?.shape ?? {}).toSorted()]).toEqual([name, [...path.matchAll(/:(\w+)/g)].map(([, key]) => key).toSorted()])
  })

  it('are open to anyone only where something is made public', () => {
    expect(all.filter(([, { may, path }]) => may === 'anyone' && !path.startsWith('/public/'))).toEqual([])
  })
})

describe('permissions', () => {
  const held = (role: Role) => Object.keys(contract.permissions).filter((permission) => mayCall(contract.permissions, permission, [role]))
  const writing = new Set(all.filter(([, { method }]) => method !== 'GET').map(([, { may }]) => may))

  it('leave the three administrators without any', () => expect(ADMINISTRATORS.flatMap(held)).toEqual([]))

  it('let discipline read and not write, but for an export of what it reads', () => {
    expect(held('DISCIPLINE').filter((permission) => writing.has(permission) && permission !== 'exportLists')).toEqual([])
  })

  it('are each used by a route and held by somebody', () => {
    const used = new Set(all.map(([, { may }]) => may))
    expect(Object.keys(contract.permissions).filter((permission) => !used.has(permission))).toEqual([])
    expect(Object.entries(contract.permissions).filter(([, roles]) => roles.length === 0)).toEqual([])
    expect(Object.values<readonly Role[]>(contract.permissions).flat().filter((role) => !ROLE_CODES.includes(role))).toEqual([])
  })
})

describe('problems', () => {
  it.each(Object.entries(contract.problems))('%s is said in Chinese and says what to do', (_code, { title, detail, status }) => {
    expect(title).toMatch(/\p{Script=Han}/u)
    expect(detail).toMatch(/\p{Script=Han}.*。$/u)
    expect(status).toBeGreaterThanOrEqual(400)
  })
})

describe('refused input', () => {
  beforeAll(() => {
    z.config(z.locales.zhCN())
  })

  const hostile: readonly unknown[] = [undefined, null, '', 'x', -1, 1.5, [], {}, '\u0000', '2025-02-30', 'a'.repeat(10_000), { $gt: 1 }, "'; drop table death; --"]
  const bodies = all.flatMap(([name, { body }]) => (body instanceof z.ZodObject ? [[name, body] as const] : []))

  it.each(bodies)('%s refuses each wrong field in Chinese', (_name, body) => {
    for (const field of Object.keys(body.shape))
      for (const value of hostile) {
        const reading = body.safeParse({ version: 1, [field]: value })
        for (const { message } of reading.error?.issues ?? []) expect(message).toMatch(/\p{Script=Han}/u)
      }
  })
})
