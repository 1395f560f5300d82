import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socialAssistanceParameters } from '@xishan/seeds'
import { createServiceApp, loadParameters, parseConfiguration, serviceActor, TOKEN_KEYS, UnitOfWork } from '@xishan/service-kit'
import { service } from '@xishan/social-assistance-service'
import { createLocalJWKSet, type JWK } from 'jose'

const LOOK_MS = 50
/** What infra/deploy starts a service with. */
const AS_DEPLOYED = ['--max-old-space-size=768']

interface Job {
  appUrl: string
  publicKey: JWK
}

/** The service with its jobs in a process of its own, so that its memory is its own too. */
export interface LineProcess {
  url: string
  /** Memory when it was last asked, and the most since then, in bytes. */
  memory(): Promise<{ before: number; peak: number }>
  stop(): Promise<void>
}

/** What the forked process does: serves, and tells how much memory it took. */
export async function serveAsProcess(): Promise<void> {
  const [job] = (await once(process, 'message')) as [Job]
  const configuration = parseConfiguration({
    mode: 'production',
    databaseUrl: job.appUrl,
    identityUrl: 'http://127.0.0.1:9/api/identity',
    dataKeys: `benchmark:${randomBytes(32).toString('hex')}`,
    serviceSecret: randomBytes(32).toString('hex'),
    sealsFile: join(tmpdir(), `benchmark-${process.pid}.jsonl`),
    logLevel: 'error',
  })
  const keyed = { ...service, tokenKeys: { provide: TOKEN_KEYS, useValue: createLocalJWKSet({ keys: [job.publicKey] }) } }
  const { app, startJobs } = await createServiceApp(keyed, configuration)
  await app.get(UnitOfWork).perform(serviceActor('social-assistance'), (work) => loadParameters(work, [...socialAssistanceParameters]))
  await app.listen(0, '127.0.0.1')
  await startJobs()
  let before = process.memoryUsage.rss()
  let peak = before
  setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), LOOK_MS)
  process.on('message', () => {
    process.send?.({ before, peak: Math.max(peak, process.memoryUsage.rss()) })
    before = process.memoryUsage.rss()
    peak = before
  })
  process.send?.({ url: `${await app.getUrl()}/api/social-assistance` })
}

/** @param file the module that calls {@link serveAsProcess} when it is forked */
export async function startLineProcess(file: string, job: Job): Promise<LineProcess> {
  const child: ChildProcess = fork(file, [], { execArgv: AS_DEPLOYED, env: { ...process.env, BENCHMARK_SERVES: '1' } })
  const told = async <T>(message: object): Promise<T> => {
    const answer = once(child, 'message') as Promise<[T]>
    child.send(message)
    return (await answer)[0]
  }
  const { url } = await told<{ url: string }>(job)
  return {
    url,
    memory: () => told({}),
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
