import { ADMINISTRATORS, COMMON_PROBLEMS, ROLE_CODES, mayCall, type Role, type Route } from '@xishan/domain'
import { z } from 'zod'
import { beforeAll, describe, expect, it } from 'vitest'
import { actionInputs } from './applications/action-inputs'
import { applicationLifecycle } from './applications/lifecycle'
import { contract, routes } from './contract'
import { permissions } from './permissions'
import { problems } from './problems'

const all: readonly [string, Route][] = Object.entries(routes)

describe('routes', () => {
  it('stand at one address each', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(addresses.filter((address, at) => addresses.indexOf(address) < at)).toEqual([])
  })

  it('offer every action of the lifecycle, held by the roles of its table', () => {
    const taken = all.map(([, { may }]) => may)
    expect(Object.keys(actionInputs).filter((action) => !taken.includes(`application.${action}`))).toEqual([])
    for (const [action, { by }] of Object.entries(applicationLifecycle.actions)) expect(contract.permissions).toHaveProperty([`application.${action}`], by)
  })

  it('declare a schema for each parameter of their path', () => {
    for (const [name, { path, params }] of all) expect([name, Object.keys(params?.shape ?? {}).toSorted()]).toEqual([name, [...path.matchAll(/:(\w+)/g)].map(([, key]) => key).toSorted()])
  })

  it('carry the version on every write to an existing case', () => {
    const unversioned = all.filter(
      ([, { method, path, body, upload }]) => method !== 'GET' && /^\/(applications|means-checks|parameters\/proposals)\/:id/.test(path) && !upload && !(body instanceof z.ZodObject && 'version' in body.shape),
    )
    expect(unversioned.map(([name]) => name)).toEqual([])
  })

  it('are open to anyone only where something is made public', () => {
    expect(all.filter(([, { may }]) => may === 'anyone').map(([, { path }]) => path)).toEqual(['/public/divisions', '/public/postings', '/public/benefits'])
  })
})

describe('permissions', () => {
  const held = (role: Role) => Object.keys(permissions).filter((permission) => mayCall(permissions, permission, [role]))
  const writing = new Set(all.filter(([, { method }]) => method !== 'GET').map(([, { may }]) => may))

  it('leave the three administrators without any', () => expect(ADMINISTRATORS.flatMap(held)).toEqual([]))

  it('let discipline read and not write, but for an export of what it reads', () => {
    expect(held('DISCIPLINE').filter((permission) => writing.has(permission))).toEqual(['exportLists'])
    expect(held('DISCIPLINE')).toEqual(expect.arrayContaining(['viewApplications', 'viewHouseholds', 'viewBenefits']))
  })

  it('show finance who is in pay, not the cases', () => expect(held('FINANCE')).toEqual(['viewTasks', 'viewBenefits', 'viewParameters', 'viewIndicators']))

  it('let the community assist and not decide', () => {
    expect(held('COMMUNITY').filter((permission) => permission.startsWith('application.'))).toEqual(['application.submit', 'application.discard', 'application.recordObjection'])
  })

  it('are each used by a route and held by somebody', () => {
    const used = new Set(all.map(([, { may }]) => may))
    expect(Object.keys(permissions).filter((permission) => !used.has(permission))).toEqual([])
    expect(Object.entries(permissions).filter(([, roles]) => roles.length === 0)).toEqual([])
    expect(Object.values(permissions).flat().filter((role) => !ROLE_CODES.includes(role))).toEqual([])
  })
})

describe('problems', () => {
  it.each(Object.entries(problems))('%s is said in Chinese and says what to do', (_code, { title, detail, status }) => {
    expect(title).toMatch(/\p{Script=Han}/u)
    expect(detail).toMatch(/\p{Script=Han}.*。$/u)
    expect(status).toBeGreaterThanOrEqual(400)
  })

  it('keep the codes common to all lines', () => expect(problems).toMatchObject(COMMON_PROBLEMS))
})

describe('refused input', () => {
  beforeAll(() => {
    z.config(z.locales.zhCN())
  })

  const hostile: readonly unknown[] = [undefined, null, '', 'x', -1, 1.5, [], {}, '\u0000', '2025-02-30', 'a'.repeat(10_000), { $gt: 1 }, "'; drop table application; --"]
  const bodies = all.flatMap(([name, { body }]) => (body instanceof z.ZodObject ? [[name, body] as const] : []))

  it.each(bodies)('%s refuses each wrong field in Chinese', (_name, body) => {
    for (const field of Object.keys(body.shape))
      for (const value of hostile) {
        const reading = body.safeParse({ version: 1, [field]: value })
        for (const { message } of reading.error?.issues ?? []) expect(message).toMatch(/\p{Script=Han}/u)
      }
  })
})
