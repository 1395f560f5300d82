import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { makeTemporaryFolder } from '@xishan/testing/temporary-folder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HostProcess, isBuilt } from './host-process'

let home = ''
const hosts: HostProcess[] = []

function start(environment: Record<string, string>, args: string[] = []): HostProcess {
  const host = new HostProcess(environment, args)
  hosts.push(host)
  return host
}

beforeAll(() => {
  home = makeTemporaryFolder('resilience')
})

afterAll(async () => {
  for (const host of hosts) await host.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

/** What a person at the terminal reads of a host that cannot start. */
async function refusalOf(environment: Record<string, string>): Promise<string> {
  const host = start({ DATA_FOLDER: join(home, 'refused'), ...environment })
  expect(await host.ended()).toBe(1)
  expect(host.output).not.toMatch(/\n\s+at /)
  return host.output.trim().split('\n').at(-1) ?? ''
}

describe.runIf(isBuilt)('a host that cannot start says why in one sentence', () => {
  it('a taken port', async () => {
    const other = createServer().listen(0)
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await refusalOf({ PORT: String(port) })).toContain(`端口 ${port} 已被占用`)
    other.close()
  })

  it.each([
    ['postgres://somebody:wrong@127.0.0.1:1/nowhere', '连接不上'],
    ['not an address', '不是有效的地址'],
  ])('DATABASE_URL=%s', async (url, sentence) => {
    expect(await refusalOf({ DATABASE_URL: url })).toContain(sentence)
  })

  it('a full disk', async (context) => {
    const disk = join(home, 'small')
    mkdirSync(disk)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status !== 0) return context.skip('only root can mount a small disk')
    try {
      expect(await refusalOf({ DATA_FOLDER: join(disk, 'data') })).toContain('磁盘空间不足')
    } finally {
      spawnSync('umount', [disk])
    }
  })
})

describe.runIf(isBuilt)('a host that was killed', () => {
  it('while it was filled begins anew, and keeps what is there when killed later', { timeout: 400_000 }, async () => {
    const environment = { DATA_FOLDER: join(home, 'killed') }
    const first = start(environment)
    await first.hasSaid('数据结构')
    await first.kill('SIGKILL')

    const second = start(environment)
    const url = await second.ready()
    expect(second.output).toContain('演示数据')
    expect((await fetch(`${url}/api/identity/health/ready`)).status).toBe(200)
    await second.kill('SIGKILL')

    const third = start(environment)
    const again = await third.ready()
    expect(third.output).not.toContain('演示数据 (demonstration data)')
    expect((await fetch(`${again}/api/portal/health/ready`)).status).toBe(200)
    expect(await third.kill('SIGTERM')).toBe(0)
  })
})
