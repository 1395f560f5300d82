// @vitest-environment node
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { defineContract, Saved } from '@xishan/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ApiProblem } from './api-problem'
import { client } from './client'
import { Connection } from './connection'
import { localServer } from '../testing/local-server'

const contract = defineContract({
  line: 'tea-house',
  title: '茶馆',
  permissions: { brew: ['ST_CLERK'] },
  problems: {},
  routes: {
    find: { method: 'GET', path: '/pots', summary: '茶壶', may: 'brew', query: z.object({ kind: z.array(z.string()).optional(), hot: z.boolean().optional(), name: z.string().optional() }), answer: z.object({ rows: z.array(z.string()) }) },
    brew: { method: 'POST', path: '/pots/:id/brews', summary: '泡茶', may: 'brew', params: z.object({ id: z.string() }), body: z.object({ leaves: z.int() }), answer: Saved },
    empty: { method: 'DELETE', path: '/pots/:id', summary: '倒茶', may: 'brew', params: z.object({ id: z.string() }), answer: 'nothing' },
    menu: { method: 'GET', path: '/menu', summary: '茶单', may: 'anyone', answer: 'file' },
    picture: { method: 'POST', path: '/pictures', summary: '照片', may: 'brew', body: z.object({ kind: z.string() }), upload: true, answer: Saved },
  },
})

interface Heard {
  method: string | undefined
  url: string | undefined
  key: string | undefined
  body: string
}
type Reply = (request: IncomingMessage, response: ServerResponse) => void

const json = (status: number, body: unknown, type = 'application/json'): Reply => (_, response) => {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}
const problem = (status: number, code: string, errors?: unknown) =>
  json(status, { type: `urn:problem:${code}`, title: '标题', status, detail: '说明', code, errors }, 'application/problem+json')
const broken: Reply = (request) => request.socket.destroy()
const SAVED = { id: '0199a2f0-0000-7000-8000-000000000001', version: 1 }

let heard: Heard[] = []
let replies: Reply[] = []
let refresh: Reply = json(200, {})
let connection = new Connection()
let api = client(contract, connection)
const refreshes = () => heard.filter(({ url }) => url === '/api/identity/session/refresh').length
const businessCalls = () => heard.filter(({ url }) => url?.startsWith('/api/tea-house'))

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  heard.push({ method: request.method, url: request.url, key: request.headers['idempotency-key']?.toString(), body: await text(request) })
  if (request.url === '/api/identity/session/refresh') setTimeout(() => refresh(request, response), 20)
  else (replies.shift() ?? json(200, SAVED))(request, response)
}

beforeEach(async () => {
  heard = []
  replies = []
  refresh = json(200, {})
  connection = new Connection(await localServer((request, response) => void answer(request, response)))
  api = client(contract, connection)
})
const refusal = (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(
    () => Promise.reject(new Error('was not refused')),
    (thrown: unknown) => (thrown instanceof ApiProblem ? thrown : Promise.reject(thrown)),
  )

describe('a call', () => {
  it('fills the path, repeats lists and leaves out what is empty', async () => {
    replies = [json(200, { rows: ['紫砂'] })]
    expect(await api.find({ query: { kind: ['大', '小'], hot: false, name: '' } })).toEqual({ rows: ['紫砂'] })
    await api.brew({ params: { id: 'a/b c' }, body: { leaves: 3 } })
    expect(heard.map(({ url }) => url)).toEqual([`/api/tea-house/pots?kind=${encodeURIComponent('大')}&kind=${encodeURIComponent('小')}&hot=false`, '/api/tea-house/pots/a%2Fb%20c/brews'])
    expect(heard[1]?.body).toBe('{"leaves":3}')
  })

  it('answers nothing where the route does', async () => {
    replies = [(_, response) => void response.writeHead(204).end()]
    expect(await api.empty({ params: { id: '1' } })).toBeUndefined()
  })

  it('brings a file under its Chinese name', async () => {
    replies = [(_, response) => void response.writeHead(200, { 'content-disposition': `attachment; filename="menu.pdf"; filename*=UTF-8''${encodeURIComponent('茶单（九月）.pdf')}` }).end('PDF')]
    const { blob, name } = await api.menu()
    expect([name, await blob.text()]).toEqual(['茶单（九月）.pdf', 'PDF'])
  })

  it('sends the fields of an upload before its file', async () => {
    await api.picture({ body: { kind: '全景' }, file: new File(['像'], '茶壶.png', { type: 'image/png' }) })
    const [sent] = heard
    expect(sent?.body.indexOf('全景')).toBeGreaterThan(0)
    expect(sent?.body.indexOf('全景')).toBeLessThan(sent?.body.indexOf('茶壶.png') ?? 0)
  })

  it('stops when its signal fires', async () => {
    const stop = new AbortController()
    replies = [() => stop.abort()]
    await expect(api.find(undefined, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the key of a submission', () => {
  it('is given to writes and not to reads', async () => {
    await api.find()
    await api.empty({ params: { id: '1' } })
    expect(heard[0]?.key).toBeUndefined()
    expect(heard[1]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('stays the same until the service has answered, and is new after that', async () => {
    const submit = () => api.brew({ params: { id: '1' }, body: { leaves: 3 } })
    replies = [broken, problem(503, 'unavailable'), json(200, SAVED), json(200, SAVED)]
    expect((await refusal(submit())).code).toBe('network')
    expect((await refusal(submit())).isUncertain).toBe(true)
    await submit()
    await submit()
    const [first, second, third, fourth] = heard.map(({ key }) => key)
    expect([second, third]).toEqual([first, first])
    expect(fourth).not.toBe(first)
  })

  it('differs when the content differs', async () => {
    replies = [broken, json(200, SAVED)]
    await refusal(api.brew({ params: { id: '1' }, body: { leaves: 3 } }))
    await api.brew({ params: { id: '1' }, body: { leaves: 4 } })
    expect(heard[1]?.key).not.toBe(heard[0]?.key)
  })
})

describe('an expired token', () => {
  it('is renewed once for all calls that wait, and each is repeated under its own key', async () => {
    replies = [problem(401, 'token-expired'), problem(401, 'token-expired'), problem(401, 'token-expired')]
    await Promise.all([api.brew({ params: { id: '1' }, body: { leaves: 1 } }), api.brew({ params: { id: '2' }, body: { leaves: 1 } }), api.empty({ params: { id: '3' } })])
    expect(refreshes()).toBe(1)
    const keys = businessCalls().map(({ key }) => key)
    expect(keys).toHaveLength(6)
    expect(new Set(keys).size).toBe(3)
  })

  it('asks for the password when the session has ended, and goes on with the same person', async () => {
    refresh = problem(401, 'session-ended')
    replies = [problem(401, 'token-expired'), json(200, { rows: [] })]
    let asked = 0
    connection.signInAgain = () => {
      asked += 1
      return Promise.resolve(true)
    }
    await api.find()
    expect(asked).toBe(1)
  })

  it('is a refusal when nobody comes back', async () => {
    refresh = problem(401, 'session-ended')
    replies = [problem(401, 'token-expired')]
    connection.signInAgain = () => Promise.resolve(false)
    expect((await refusal(api.find())).code).toBe('token-expired')
    expect(businessCalls()).toHaveLength(1)
  })
})

describe('a refusal', () => {
  it('carries code, sentence and fields', async () => {
    replies = [problem(422, 'invalid-input', [{ field: 'leaves', message: '请填写茶叶' }])]
    expect(await refusal(api.brew({ params: { id: '1' }, body: { leaves: 0 } }))).toMatchObject({ code: 'invalid-input', status: 422, detail: '说明', errors: [{ field: 'leaves', message: '请填写茶叶' }] })
  })

  it.each([
    [502, 'unavailable'],
    [404, 'not-found'],
    [413, 'file-too-large'],
    [401, 'not-signed-in'],
  ])('of a gateway (%i, no problem details) still has a sentence', async (status, code) => {
    replies = [(_, response) => void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>nginx</h1>')]
    const refused = await refusal(api.find())
    expect(refused.code).toBe(code)
    expect(refused.detail).toMatch(/[\u4e00-\u9fff]/)
    expect(refused.detail).not.toContain('{')
  })

  it('names the network when there is none', async () => {
    const nowhere = client(contract, new Connection('http://127.0.0.1:1'))
    expect(await refusal(nowhere.find())).toMatchObject({ code: 'network', detail: expect.stringContaining('网络') })
  })
})
