import { randomBytes } from 'node:crypto'
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Route } from '@xishan/domain'
import { contract as identityContract } from '@xishan/identity-contract'
import { Browser } from '@xishan/identity-service/testing/browser'
import { openHouse, PASSWORD, usernameOf, type House } from '@xishan/identity-service/testing/house'
import { FrontDoor, type Answering } from '@xishan/infra/front-door'
import { routes } from '@xishan/portal-contract'
import { startPortal, type Portal } from '@xishan/portal-service/testing/portal'
import type { TestService } from '@xishan/service-kit/testing'
import { CaseWalk } from '@xishan/social-assistance-service/testing/case-walk'
import { openOffice, type Office } from '@xishan/social-assistance-service/testing/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATA_KEYS, freePort, LINES, ServiceProcess, type Settings } from './service-process'

const NAMES = ['identity', 'portal', 'social-assistance']
const DAY = '2025-10-10'
const SECRETS: Settings = Object.fromEntries(NAMES.map((line) => [line, randomBytes(24).toString('base64url')]))

let ports: Record<string, number>
let home: House
let portal: Portal
let office: Office
let line: ServiceProcess
const door = new FrontDoor(join(import.meta.dirname, '../..'))
let head: Browser

const addressOf = (name: string): string => `http://127.0.0.1:${ports[name]}/api/${name}`

/** A service as a process of its own, on the database that the test filled. */
function run(name: string, { databaseUrl, sealsFile }: Pick<TestService, 'databaseUrl' | 'sealsFile'>): ServiceProcess {
  const others = NAMES.filter((other) => other !== name).map((other) => `${other}=${addressOf(other)}`)
  return new ServiceProcess(name, {
    MODE: 'demonstration',
    DATABASE_URL: databaseUrl,
    PORT: String(ports[name]),
    IDENTITY_URL: addressOf('identity'),
    PEERS: others.join(','),
    DATA_KEYS,
    SERVICE_SECRET: SECRETS[name] ?? '',
    SERVICE_SECRETS: Object.entries(SECRETS).map((pair) => pair.join('=')).join(','),
    SEALS_FILE: sealsFile,
    SECURE_COOKIES: 'false',
    DEMONSTRATION_START: DAY,
    LOG_LEVEL: 'error',
  })
}

/** What the gateway does with a service that is a process of its own. */
const behind = (name: string): Answering => ({
  line: name,
  handle(received: IncomingMessage, response: ServerResponse) {
    const onward = ask({ port: ports[name], method: received.method, path: received.url, headers: received.headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.writeHead(503).end())
    received.pipe(onward)
  },
})

const read = async <R extends Route>(route: R) => (await head.send(route)).body
const indicator = async () => (await read(routes.plan)).indicators?.find(({ number }) => number === 1)
const tasksOfLine = async () => (await read(routes.tasks)).lines?.find((each) => each.line === 'social-assistance')

beforeAll(async () => {
  ports = Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await freePort()] as const)))
  home = await openHouse({ dataKeys: DATA_KEYS })
  office = await openOffice({}, { settings: { dataKeys: DATA_KEYS } })
  await new CaseWalk(office).to('CONFIRMED')
  portal = await startPortal()
  const identity = run('identity', home)
  line = run('social-assistance', office)
  const shell = run('portal', portal)
  await Promise.all([identity, line, shell].map((service) => service.answers('/health/ready', 200)))
  const origin = `http://127.0.0.1:${await door.listen(0)}`
  door.open(NAMES.map(behind))
  head = new Browser(origin, '/api/identity')
  const { status } = await head.send(identityContract.routes.signIn, { body: { username: usernameOf('BU_HEAD'), password: PASSWORD } })
  if (status !== 200) throw new Error(`the head was not let in: ${status}`)
  head = Object.assign(new Browser(origin, '/api/portal'), { cookies: head.cookies })
}, 90_000)

afterAll(async () => {
  await ServiceProcess.killAll()
  await door.close()
  for (const service of [home, office, portal]) await service?.close()
})

describe.runIf(NAMES.every((name) => LINES.includes(name)))('portal, identity and social assistance as three processes, a head at the gateway', { timeout: 40_000 }, () => {
  it('see the number that the line counts', async () => {
    await expect.poll(indicator, { timeout: 10_000, interval: 500 }).toMatchObject({ line: 'social-assistance', reading: { kind: 'COMPUTED', stale: null, value: 100 } })
    expect(await tasksOfLine()).toMatchObject({ answered: true })
  })

  it('while the line is killed: the last value with its age, never zero; the tasks name the line; pages come', async () => {
    await line.kill()
    const seen = await read(routes.collect)
    expect(seen.troubles).toEqual([{ line: 'social-assistance', title: '社会救助', sentence: '社会救助暂时无法连接。' }])
    expect(await indicator()).toMatchObject({ reading: { kind: 'COMPUTED', value: 100, dataAsOf: DAY, ageDays: 0, collectedAt: expect.any(String), stale: `社会救助暂时无法连接。显示的是数据截止 ${DAY} 的最近一次数值。` } })
    expect((await read(routes.plan)).troubles).toEqual(seen.troubles)
    expect(await tasksOfLine()).toMatchObject({ answered: false, sentence: '社会救助暂时无法连接。' })
    for (const page of ['/', '/portal/tasks', '/social-assistance/applications', '/modules.json']) expect((await head.fetch(page)).status).toBe(200)
    expect((await head.fetch('/api/social-assistance/applications')).status).toBe(503)
  })

  it('after its restart it is fresh again', async () => {
    const before = await indicator()
    line = run('social-assistance', office)
    await line.answers('/health/ready', 200)
    await expect.poll(indicator, { timeout: 10_000, interval: 500 }).toMatchObject({ reading: { value: 100, stale: null } })
    const after = await indicator()
    expect(after?.reading.kind === 'COMPUTED' && before?.reading.kind === 'COMPUTED' && after.reading.collectedAt > before.reading.collectedAt).toBe(true)
    expect((await read(routes.plan)).troubles).toEqual([])
    expect(await tasksOfLine()).toMatchObject({ answered: true, sentence: null })
  })
})
