import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { build } from 'rolldown'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeOfData } from './data-directory'
import { commandOf, identifyProcess } from './process-identity'
import { removeData } from './remove-data'
import { startPostgres, type RunningPostgres } from './start-postgres'

let home = ''
let dataDir = ''
let running: RunningPostgres[] = []

beforeEach(() => {
  home = mkdtempSync('/var/tmp/xishan-postgres-test-')
  chmodSync(home, 0o755)
  dataDir = join(home, 'data')
})

afterEach(async () => {
  for (const postgres of running) await postgres.stop()
  running = []
  await removeData(dataDir)
  rmSync(home, { recursive: true, force: true })
})

async function start(options = { fsync: false }): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir, ...options })
  running.push(postgres)
  return postgres
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

const serverOf = (place: string): number => Number(readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')[0])

async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (!identifyProcess(pid)) return true
    await sleep(20)
  }
  return false
}

/** Starts it from another process, which can be killed. */
async function startElsewhere(): Promise<{ launcher: ChildProcess; server: number }> {
  const file = join(import.meta.dirname, '../dist/test/launcher.mjs')
  await build({ input: join(import.meta.dirname, 'start-postgres.ts'), platform: 'node', output: { file } })
  const script = `import { startPostgres } from ${JSON.stringify(file)}
    await startPostgres({ dataDir: process.argv[1], fsync: false })
    console.log('started')
    setInterval(() => undefined, 1000)`
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([once(launcher.stdout, 'data'), once(launcher, 'exit')])
  return { launcher, server: serverOf(placeOfData(dataDir)) }
}

function guardOf(place: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
  const guard = pids.find((pid) => {
    const command = commandOf(pid)
    return command?.[0] === '/bin/sh' && command.includes(place)
  })
  return guard ?? expect.fail('no guard')
}

describe('startPostgres', () => {
  it('takes connections with the password only, and sorts Chinese by pinyin', async () => {
    const { url } = await start()
    const rows = await ask(url, "select name from (values ('张'), ('阿'), ('李'), ('白')) as t(name) order by name")
    expect(rows.map(({ name }) => name)).toEqual(['阿', '白', '李', '张'])
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  })

  it('keeps the data from one start to the next', async () => {
    const first = await start()
    await ask(first.url, 'create table kept (n int); insert into kept values (7)')
    await first.stop()
    const second = await start()
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('stops, and stops once when asked twice', async () => {
    const { url, ended, stop } = await start()
    await stop()
    await ended
    await stop()
    await expect(ask(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('refuses a data directory that another launcher uses', async () => {
    await start()
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'data-directory-taken', message: expect.stringMatching(/正被另一个进程/) })
    await expect(removeData(dataDir)).rejects.toMatchObject({ code: 'data-directory-taken' })
  })

  it('refuses a folder with other files, and touches none of them', async () => {
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'letter.txt'), 'dear')
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'data-directory-foreign' })
    expect(readFileSync(join(dataDir, 'letter.txt'), 'utf8')).toBe('dear')
  })

  it('refuses the data of another version', async () => {
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'PG_VERSION'), '15\n')
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'data-directory-version' })
  })

  it.runIf(process.getuid?.() === 0)('keeps the data elsewhere when its own account cannot enter the folder', async () => {
    chmodSync(home, 0o700)
    const { url } = await start()
    expect(placeOfData(dataDir)).toMatch(/^\/var\/tmp\/xishan-postgres-/)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('says why when the server cannot start', async () => {
    const { stop } = await start()
    await stop()
    writeFileSync(join(placeOfData(dataDir), 'postgresql.conf'), 'nonsense = 1\n')
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'did-not-start', message: expect.stringContaining('contains errors') })
  })

  it('recovers after the server was killed', async () => {
    const { url, ended, stop } = await start({ fsync: true })
    await ask(url, 'create table kept (n int)')
    process.kill(serverOf(placeOfData(dataDir)), 'SIGKILL')
    await ended
    await stop()
    const again = await start()
    expect(await ask(again.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
  })

  it('does not outlive a killed launcher', async () => {
    const { launcher, server } = await startElsewhere()
    launcher.kill('SIGKILL')
    expect(await gone(server)).toBe(true)
    await start()
  })

  it('ends the server that a killed launcher and its killed guard left, and starts on its data', async () => {
    const { launcher, server } = await startElsewhere()
    process.kill(guardOf(placeOfData(dataDir)), 'SIGKILL')
    launcher.kill('SIGKILL')
    await once(launcher, 'exit')
    expect(identifyProcess(server)).toBeDefined()
    const steps: string[] = []
    running.push(await startPostgres({ dataDir, fsync: false, log: (step) => steps.push(step) }))
    expect(identifyProcess(server)).toBeUndefined()
    expect(steps).toEqual([expect.stringContaining('遗留')])
  })
})
