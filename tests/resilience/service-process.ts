import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const APPS = join(import.meta.dirname, '../../apps')

const entryOf = (line: string): string => join(APPS, line, 'service/dist/main.js')

/** The lines whose service is built, by their folders: a new one is tested without being entered anywhere. `npm test` builds before it tests. */
export const LINES = readdirSync(APPS).filter((line) => existsSync(entryOf(line)))

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Data keys that all services of a test share. */
export const DATA_KEYS = `test:${randomBytes(32).toString('hex')}`

export type Settings = Record<string, string>

/** `node apps/<line>/service/dist/main.js`, which knows only what it is told. */
export class ServiceProcess {
  private static readonly all = new Set<ServiceProcess>()
  private readonly child: ChildProcess
  private said = ''

  constructor(
    line: string,
    private readonly settings: Settings,
    ...args: string[]
  ) {
    this.child = spawn(process.execPath, [entryOf(line), ...args], { cwd: '/', env: { PATH: process.env.PATH, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()))
    this.base = `http://127.0.0.1:${settings['PORT']}/api/${line}`
    ServiceProcess.all.add(this)
  }

  readonly base: string

  /** What it wrote. */
  get output(): string {
    return this.said
  }

  /** Its exit code; null after a signal that it did not handle. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close')
    return this.child.exitCode
  }

  signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    this.child.kill(signal)
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL')
    await this.ended()
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.base + path, { headers, signal: AbortSignal.timeout(15_000) })
  }

  /** Asks until it answers with this status. @throws Error with what it said, when it ends or takes too long */
  async answers(path: string, status: number, withinMs = 20_000): Promise<void> {
    const deadline = Date.now() + withinMs
    for (;;) {
      const answer = await this.get(path).catch(() => undefined)
      if (answer?.status === status) return
      if (this.child.exitCode !== null || Date.now() > deadline) throw new Error(`no ${status} from ${this.base}${path}, last ${answer?.status}: ${this.said}`)
      await sleep(50)
    }
  }

  static async killAll(): Promise<void> {
    await Promise.all([...ServiceProcess.all].map((service) => service.kill()))
  }
}

/** Runs to its end and tells how. */
export async function runService(line: string, settings: Settings, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const service = new ServiceProcess(line, settings, ...args)
  return { code: await service.ended(), output: service.output }
}
