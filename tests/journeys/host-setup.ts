import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeTemporaryFolder } from '@xishan/testing/temporary-folder'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the portal of this run answers. Empty when it did not start; `hostFailure` says why. */
    portalUrl: string
    hostFailure: string
  }
}

const ROOT = join(import.meta.dirname, '../..')
const HOST = join(ROOT, 'infra/dist/main.js')
const LOG = join(ROOT, 'test-results/host.log')

const isReady = (message: unknown): message is { ready: string } => typeof message === 'object' && message !== null && 'ready' in message && typeof message.ready === 'string'

/** The host as `npm start` runs it, on a port of its own and an empty data folder, seeded as for the first time. */
function launch(dataFolder: string): ChildProcess {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  const { DATABASE_URL: _, ...environment } = process.env
  const host = spawn(process.execPath, [HOST], { env: { ...environment, PORT: '0', DATA_FOLDER: dataFolder }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const log = createWriteStream(LOG)
  host.stdout?.pipe(log)
  host.stderr?.pipe(log)
  return host
}

async function waitUntilReady(host: ChildProcess): Promise<string> {
  let tail = ''
  host.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-2000)))
  return new Promise((resolve, reject) => {
    host.on('message', (message) => isReady(message) && resolve(message.ready))
    host.on('error', reject)
    host.on('exit', (status) => reject(new Error(`the host ended with ${status} before it was ready: ${tail}`)))
  })
}

/** Vitest global set-up of the journeys. A host that does not start fails the journeys, not the rest of the run. */
export default async function provideHost(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(HOST)) {
    project.provide('portalUrl', '')
    project.provide('hostFailure', 'nothing is built: run `pnpm build` first')
    return () => Promise.resolve()
  }
  const dataFolder = makeTemporaryFolder('journeys')
  const host = launch(dataFolder)
  const outcome = await waitUntilReady(host).then(
    (portalUrl) => ({ portalUrl, hostFailure: '' }),
    (error: unknown) => ({ portalUrl: '', hostFailure: String(error) }),
  )
  project.provide('portalUrl', outcome.portalUrl)
  project.provide('hostFailure', outcome.hostFailure)
  return async () => {
    if (host.exitCode === null && host.kill('SIGTERM')) await once(host, 'exit')
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
