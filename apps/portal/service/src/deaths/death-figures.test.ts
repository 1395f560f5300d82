import { routes, type DeathFigures } from '@xishan/portal-contract'
import { someone } from '@xishan/service-kit/testing'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestService, tokenOf, type TestService } from '@xishan/service-kit/testing'
import { service as definition } from '../index'

const FIGURES: DeathFigures = { month: '2025-09', deaths: 41, payees: 3, holds: 2, savedFen: 126_000, recoveriesOpen: 1, owedFen: 63_000, openTasks: 4, feeds: [{ source: 'POLICE', coversTo: '2025-09-25', silent: false }] }
let portal: TestService
let line: Server
let answer: () => { status: number; body: unknown } = () => ({ status: 200, body: FIGURES })

beforeAll(async () => {
  line = createServer((request, response) => {
    if (request.method === 'POST') return void tokenOf(someone('SERVICE')).then((token) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ token })))
    const { status, body } = answer()
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((listening) => line.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(line.address() as AddressInfo).port}`
  portal = await startTestService(definition, { settings: { peers: `social-assistance=${url}`, identityUrl: url } })
})
afterAll(async () => {
  line.close()
  await portal.close()
})

const ask = async (month = '2025-09') => (await portal.call(someone('DIRECTOR'), routes.deathFigures, { query: { month } })).body

it('the figures of a month are those of the line, and stay with their age while it is away', async () => {
  const fresh = await ask()
  expect(fresh).toEqual({ figures: FIGURES, collectedAt: expect.any(String), trouble: null })
  answer = () => ({ status: 503, body: {} })
  expect(await ask()).toEqual({ figures: FIGURES, collectedAt: fresh.collectedAt, trouble: '社会救助正在启动或维护。' })
  expect(await ask('2025-08')).toMatchObject({ figures: null, collectedAt: null, trouble: expect.any(String) })
})

it('an answer for another month or of another shape is not taken', async () => {
  answer = () => ({ status: 200, body: { ...FIGURES, month: '2025-07' } })
  expect(await ask('2025-06')).toMatchObject({ figures: null, trouble: expect.stringContaining('不符合约定') })
  answer = () => ({ status: 200, body: { ...FIGURES, savedFen: -1 } })
  expect(await ask('2025-09')).toMatchObject({ figures: FIGURES, trouble: expect.stringContaining('不符合约定') })
})
