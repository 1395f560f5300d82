import { randomUUID } from 'node:crypto'
import { LINE_PERMISSIONS, LINE_ROUTES, ROLE_CODES, mayCall, type Role, type Route } from '@xishan/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BROKEN_BODIES, brokenForms } from './broken-bodies'
import { ADDRESS_SPOILINGS, CURSORS } from './hostile-values'
import { openFuneralManagement, openIdentity, openPortal, openSocialAssistance, type Line } from './lines'
import { faultsOf } from './problems'
import { sampleOf } from './samples'
import { inParallel, type Reply, type Request } from './sending'
import { spoiledBodies } from './spoil'
import { newestTransaction, standing, writtenAfter } from './standing'
import { refusedFiles } from './refused-files'

const LINES = [
  ['identity', openIdentity],
  ['portal', openPortal],
  ['social-assistance', openSocialAssistance],
  ['funeral-management', openFuneralManagement],
] as const

/** Signing out is nothing to spoil, and the others still need their sessions. */
const ENDS_SESSIONS = new Set(['signOut', 'signOutEverywhere'])

/** They change nothing, and every look is written down. */
const LOOKS = new Set(['checkDuplicate', 'reveal'])

describe.each(LINES)('%s', (_, open) => {
  let line: Line
  let routes: [name: string, route: Route][]
  beforeAll(async () => {
    line = await open()
    routes = Object.entries<Route>({ ...LINE_ROUTES, ...line.contract.routes }).filter(([name]) => !ENDS_SESSIONS.has(name))
  })
  afterAll(() => line.service.close())

  const roleFor = ({ may }: Route): Role | null => {
    if (may === 'anyone') return null
    if (may === 'service') return 'SERVICE'
    if (may === 'signed-in') return 'ST_CLERK'
    return ROLE_CODES.find((role) => role !== 'COMMUNITY' && mayCall({ ...LINE_PERMISSIONS, ...line.contract.permissions }, may, [role])) ?? null
  }
  const sampleBody = (name: string, route: Route): unknown => line.bodies[name]?.() ?? (route.body ? sampleOf(route.body) : undefined)
  const withBody = () => routes.filter(([, { body }]) => body !== undefined)

  /** Sends as somebody who may; a form where the route takes a file. */
  const send = (route: Route, request: Request): Promise<Reply> => {
    const prepared = { params: line.params(route), ...request }
    return line.send(roleFor(route), route, route.upload && request.raw === undefined ? { ...prepared, body: undefined, raw: formOf(request.body, line.file) } : prepared)
  }
  const atVersion = async (route: Route, body: unknown): Promise<unknown> => {
    const version = await line.version(route)
    return version !== undefined && typeof body === 'object' && body !== null && 'version' in body ? { ...body, version } : body
  }

  /** Sends what must be refused, and tells what is wrong with the refusals or with what they left behind. */
  async function faultsOfRefusals<T extends { where: string; field?: string | undefined; send: () => Promise<Reply> }>(cases: readonly T[]): Promise<string[]> {
    const before = await standing(line.service)
    const faults = await inParallel(cases, async ({ where, field, send: go }) => {
      const reply = await go()
      const found = reply.status < 400 ? [`taken with ${reply.status}`] : faultsOf(reply, line.contract, field)
      return found.map((fault) => `${where}: ${fault}`)
    })
    const after = await standing(line.service)
    const written = Object.keys(after).filter((table) => after[table] !== before[table])
    return [...faults.flat(), ...(written.length > 0 ? [`${cases[0]?.where} and the like wrote to ${written.join(', ')}`] : [])]
  }

  it('is asked with inputs that would do', () => {
    for (const [name, route] of withBody()) expect.soft(route.body?.safeParse(sampleBody(name, route)), `${name} ${JSON.stringify(sampleBody(name, route))}`).toMatchObject({ success: true })
  })

  it('refuses a spoiled field by its name and writes nothing, or keeps it to the letter', async () => {
    const faults: string[] = []
    const lost: string[] = []
    let kept = 0
    for (const [name, route] of withBody()) {
      const cases = [...spoiledBodies(sampleBody(name, route))].map((each) => ({ ...each, where: `${name}.${each.field} ${each.what}`, body: route.upload ? asFields(each.body) : each.body }))
      const isHopeless = ({ body }: { body: unknown }) => route.body?.safeParse(body).success === false
      faults.push(...(await faultsOfRefusals(cases.filter(isHopeless).map(({ where, what, field, body }) => ({ where, field: what === 'missing' ? undefined : field, send: () => send(route, { body }) })))))
      for (const { where, field, body, literal } of cases.filter((each) => !isHopeless(each))) {
        const earlier = literal && (await newestTransaction(line.service))
        const reply = await send(route, { body: field === 'version' ? body : await atVersion(route, body) })
        faults.push(...faultsOf(reply, line.contract).map((fault) => `${where}: ${fault}`))
        if (!earlier || reply.status >= 400 || route.may === 'service') continue
        // At once: the next case overwrites it, and the audit keeps no structured values.
        if (!(await writtenAfter(line.service, earlier)).includes(JSON.stringify(literal).slice(1, -1))) lost.push(`${where}: ${literal}`)
        kept++
      }
    }
    expect(faults).toEqual([])
    expect(lost).toEqual([])
    expect(kept).toBeGreaterThan(3)
  }, 120_000)

  it('refuses addresses that lead nowhere', async () => {
    const cases = routes.flatMap(([name, route]) =>
      Object.keys(route.params?.shape ?? {}).flatMap((parameter) =>
        [...ADDRESS_SPOILINGS.flatMap(({ what, value }) => (value ? [[what, encodeURIComponent(String(value('')))] as const] : [])), ['half an escape', '%E4%B8'] as const, ['no escape', '%ZZ'] as const].map(([what, value]) => ({
          where: `${name} :${parameter} ${what}`,
          send: () => send(route, { path: filled(route.path, { ...line.params(route), [parameter]: value }), ...(route.body ? { body: sampleBody(name, route) } : {}) }),
        })),
      ),
    )
    expect(await faultsOfRefusals(cases)).toEqual([])
    const nowhere: Route = { method: 'GET', path: '/no/such/place', summary: '', may: 'anyone', answer: 'nothing' }
    expect(faultsOf(await line.send(null, nowhere, {}), line.contract)).toEqual([])
  }, 30_000)

  it('answers or refuses whatever is asked for, and no list takes the cursor of another for a fault of its own', async () => {
    const cases = routes.flatMap(([name, route]) =>
      Object.keys(route.query ? z.record(z.string(), z.unknown()).catch({}).parse(sampleOf(route.query)) : {}).flatMap((field) =>
        [...ADDRESS_SPOILINGS.map(({ what, value }) => [what, String(value?.(''))] as const), ...(field === 'after' ? Object.entries(CURSORS) : [])].map(([what, value]) => ({ where: `${name}?${field} ${what}`, field, route, value })),
      ),
    )
    const faults = await inParallel(cases, async ({ where, field, route, value }) => faultsOf(await send(route, { query: { [field]: value } }), line.contract, field).map((fault) => `${where}: ${fault}`))
    expect(faults.flat()).toEqual([])
  }, 30_000)

  it('refuses bodies that are none', async () => {
    const json = withBody().filter(([, { upload }]) => !upload)
    const cases = json.flatMap(([name, route]) => BROKEN_BODIES.map(({ what, ...request }) => ({ where: `${name} ${what}`, send: () => send(route, request) })))
    expect(await faultsOfRefusals(cases)).toEqual([])
    const [[, first] = []] = json
    if (!first) throw new RangeError('no route takes a body')
    const oversize = await send(first, { raw: JSON.stringify({ text: '长'.repeat(1024 * 1024) }) })
    expect(oversize.body).toMatchObject({ status: 413, code: 'content-too-large' })
  }, 30_000)

  it('takes keys nobody asked for as if they were not there', async () => {
    const cases = withBody().filter(([, { upload }]) => !upload)
    const faults = await inParallel(cases, async ([name, route]) => {
      const sample = sampleBody(name, route)
      const body = Array.isArray(sample) ? sample.map(withForeignKeys) : withForeignKeys(sample)
      return faultsOf(await send(route, { raw: JSON.stringify(body) }), line.contract).map((fault) => `${name}: ${fault}`)
    })
    expect(faults.flat()).toEqual([])
  })

  it('refuses files that are not what they say, and forms that are none', async () => {
    const cases = routes.filter(([, { upload }]) => upload).flatMap(([name, route]) => {
      const fields = sampleBody(name, route)
      return [
        ...refusedFiles().map(({ what, file }) => ({ where: `${name} ${what}`, send: () => send(route, { raw: formOf(fields, file) }) })),
        ...brokenForms(fields).map(({ what, ...request }) => ({ where: `${name} ${what}`, send: () => send(route, request) })),
      ]
    })
    expect(await faultsOfRefusals(cases)).toEqual([])
  }, 30_000)

  it('does once what is sent twice under one key', async () => {
    const faults: string[] = []
    for (const [name, route] of withBody().filter(([, each]) => each.method === 'POST' && each.may !== 'service')) {
      const body = await atVersion(route, sampleBody(name, route))
      const key = randomUUID()
      const first = await send(route, { body, key })
      const before = await standing(line.service)
      const second = await send(route, { body, key })
      const after = await standing(line.service)
      faults.push(...[first, second].flatMap((reply) => faultsOf(reply, line.contract)).map((fault) => `${name}: ${fault}`))
      if (first.status < 400 && !LOOKS.has(name) && JSON.stringify(after) !== JSON.stringify(before)) faults.push(`${name} was done twice`)
      if (JSON.stringify(withoutPassword(first)) !== JSON.stringify(withoutPassword(second))) faults.push(`${name} answers ${JSON.stringify(first.body)} and then ${JSON.stringify(second.body)}`)
    }
    expect(faults).toEqual([])
  })
})

/** An issued password is shown once and kept nowhere. */
const withoutPassword = ({ status, body }: Reply): unknown => ({ status, body: z.looseObject({ initialPassword: z.string().optional() }).transform(({ initialPassword: _, ...rest }) => rest).catch({}).parse(body) })

const withForeignKeys = (body: unknown) => ({ ...z.record(z.string(), z.unknown()).parse(body), state: 'CONFIRMED', isAdmin: true, id: randomUUID() })

const filled = (path: string, params: Record<string, string>): string => path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')

/** A form carries nothing but text. */
const asFields = (body: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(body)).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))

function formOf(body: unknown, file: { name: string; type: string; bytes: Uint8Array }): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(asFields(body))) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  return form
}
