import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { localServer } from '../testing/local-server'
import { loadRemote } from './load-remote'
import { defineRemote, isRemote, routesOf } from './remote'

const ENTRY = { id: 'tea-house', title: '茶馆' }

/** The page stands on the same origin as the frontend it loads. */
async function load(answer: RequestListener, patience = 2000) {
  const origin = await localServer(answer)
  Reflect.get(window, 'happyDOM').setURL(`${origin}/`)
  return loadRemote(ENTRY, 0, patience)
}

describe('a frontend that does not come', () => {
  it('is said to be away when it is not there', async () => {
    await expect(load((_, response) => void response.writeHead(404).end())).rejects.toMatchObject({ name: 'RemoteProblem', title: '“茶馆”暂时不可用' })
  })
  it('is said to be slow when it hangs', async () => {
    await expect(load(() => undefined, 200)).rejects.toMatchObject({ title: '“茶馆”打开超时' })
  })
  it('is said to be broken when what it answers makes no sense', async () => {
    await expect(load((_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"entry":1}'))).rejects.toMatchObject({ title: '“茶馆”未能打开' })
  })
})

it('a frontend’s routes know its permissions', () => {
  const remote = defineRemote({
    id: 'tea-house',
    title: '茶馆',
    contract: { line: 'tea-house', title: '茶馆', routes: {}, permissions: { brew: ['ST_CLERK'] }, problems: {} },
    menu: [{ title: '泡茶', to: '/tea-house/brew', may: 'brew' }],
    routes: [{ path: '/tea-house/brew', component: { render: () => null }, meta: { may: 'brew' } }],
  })
  expect(isRemote(remote)).toBe(true)
  expect(routesOf(remote)[0]?.meta).toEqual({ may: 'brew', permissions: { brew: ['ST_CLERK'] } })
})
