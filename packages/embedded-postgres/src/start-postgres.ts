import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries'
import { initialiseData, lastLine, logFileOf, makeRoom, placeOfData, readPassword } from './data-directory'
import { takeLauncherLock } from './launcher-lock'
import { endOrphan, endServer } from './orphan'
import { diskFull, PostgresProblem } from './postgres-problem'
import { identifyProcess } from './process-identity'
import { findServerAccount, type ServerAccount } from './server-account'

export interface PostgresOptions {
  /** Made when it is missing. Beside it stand `….log`, `….password` and, while it runs, `….lock`. */
  dataDir: string
  /** False gives up safety for speed: for tests only. */
  fsync?: boolean
  /** Told each step that takes time. */
  log?: (step: string) => void
}

export interface RunningPostgres {
  /** The superuser's connection, on 127.0.0.1. */
  url: string
  port: number
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>
  /** Ends sessions, writes everything to disk and resolves when the server is gone. */
  stop(): Promise<void>
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  return new Promise((done, fail) => {
    probe.on('error', fail).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** An eighth of the machine's memory, and no more than a district of a million residents has use for; taken as it is used. */
const bufferMegabytes = (memory: number): number => Math.round(Math.min(2048, Math.max(128, memory / 8 / 1_048_576)))

function settings(place: string, port: number, durable: boolean): string[] {
  const pairs = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: `${bufferMegabytes(totalmem())}MB`,
    max_wal_size: '4GB',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    lc_messages: 'C',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return ['-D', place, ...Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/**
 * Stops the server when this process dies without a word: it holds the other end of the guard's input. It is a shell that
 * does nothing until then.
 */
function guard(place: string, server: number, account: ServerAccount): ChildProcess {
  const script = 'read _; [ "$(head -n 1 "$1/postmaster.pid")" = "$2" ] && kill -INT "$2"'
  const child = spawn('/bin/sh', ['-c', script, 'sh', place, String(server)], { ...account, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.on('error', () => undefined)
  child.stdin?.on('error', () => undefined)
  child.unref()
  return child
}

function isReady(place: string, server: number | undefined): boolean {
  try {
    const lines = readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')
    return lines[0] === String(server) && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function whyItEnded(place: string, logBefore: number): PostgresProblem {
  const said = readFileSync(logFileOf(place)).subarray(logBefore).toString()
  if (said.includes('No space left on device')) return diskFull(place)
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? lastLine(said)
  return new PostgresProblem('did-not-start', `数据库没有启动：${reason}。详情见 ${logFileOf(place)}`, 'the database did not start')
}

const LONG_LOG_BYTES = 16 * 1024 * 1024
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

interface Attempt {
  place: string
  account: ServerAccount
  durable: boolean
}

/** @throws PostgresProblem when it ends before it is ready. */
async function launch({ place, account, durable }: Attempt): Promise<{ child: ChildProcess; port: number; ended: Promise<void> }> {
  const port = await findFreePort()
  const log = openSync(logFileOf(place), sizeOf(logFileOf(place)) > LONG_LOG_BYTES ? 'w' : 'a', 0o600)
  const logBefore = sizeOf(logFileOf(place))
  // Detached: Ctrl-C at the terminal reaches the services, not the database, which is to stop last.
  const child = spawn(findBinaries(account).postgres, settings(place, port, durable), { ...account, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  let over = false
  const ended = new Promise<void>((done) => {
    const finish = () => {
      over = true
      done()
    }
    child.on('error', finish).on('exit', finish)
  })
  while (!isReady(place, child.pid)) {
    if (over) throw whyItEnded(place, logBefore)
    await sleep(10)
  }
  return { child, port, ended }
}

/** Another process may take the free port between our finding it and the server's binding it. */
async function launchOnFreePort(attempt: Attempt): Promise<Awaited<ReturnType<typeof launch>>> {
  for (let left = 3; ; left--) {
    try {
      return await launch(attempt)
    } catch (error) {
      const portTaken = error instanceof PostgresProblem && /could not create any TCP\/IP sockets/.test(error.message)
      if (!portTaken || left === 0) throw error
    }
  }
}

/**
 * Starts the embedded PostgreSQL 18 and resolves when it takes connections. Stops what a killed predecessor left running.
 * @throws PostgresProblem with a sentence for the person at the terminal.
 */
export async function startPostgres({ dataDir, fsync = true, log = () => undefined }: PostgresOptions): Promise<RunningPostgres> {
  const account = findServerAccount()
  const place = placeOfData(dataDir, account)
  makeRoom(place)
  const lock = takeLauncherLock(place)
  try {
    if (await endOrphan(place)) log('已停止上次异常退出时遗留的数据库 / stopped the database a killed run had left')
    await initialiseData(place, account, fsync)
    const { child, port, ended } = await launchOnFreePort({ place, account, durable: fsync })
    const server = identifyProcess(child.pid ?? 0)
    const watcher = guard(place, child.pid ?? 0, account)
    child.unref()
    return {
      url: `postgres://postgres:${readPassword(place)}@127.0.0.1:${port}/postgres`,
      port,
      ended,
      async stop() {
        if (server) await endServer(server)
        watcher.kill('SIGKILL')
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
