import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const HOST = join(import.meta.dirname, '../../infra/dist/main.js')

/** The built host; `npm test` builds before it tests. */
export const isBuilt = existsSync(HOST)

/** A host in a process of its own, as `npm start` runs it. */
export class HostProcess {
  private readonly child: ChildProcess
  private said = ''

  constructor(environment: Record<string, string>, args: string[] = []) {
    const { DATABASE_URL: _, ...inherited } = process.env
    this.child = spawn(process.execPath, [HOST, ...args], { env: { ...inherited, PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()))
  }

  get output(): string {
    return this.said
  }

  /** Resolves with the address. @throws Error with what it said when it ends before */
  ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.child.on('message', (message) => typeof message === 'object' && message !== null && 'ready' in message && resolve(String(message.ready)))
      this.child.on('exit', () => reject(new Error(this.said)))
    })
  }

  /** Resolves once it has said so. */
  async hasSaid(text: string): Promise<void> {
    while (!this.said.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`the host ended before it said ${text}: ${this.said}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** Its exit code, once it has ended; null after a signal that it did not handle. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit')
    return this.child.exitCode
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null> {
    if (this.child.exitCode === null) this.child.kill(signal)
    return this.ended()
  }
}
