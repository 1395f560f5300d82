import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { LINE_ROUTES, type Actor, type EventEnvelope, type Route } from '@xishan/domain'
import { jwks, sendAs, someone, tokenOf, type Answer, type CallOptions, type TestService } from '@xishan/service-kit/testing'
import { vi } from 'vitest'
import { freePort, runService, ServiceProcess, type Settings } from './service-process'

/**
 * A line's service in a process that is killed now and then. What a person asked for and got no answer to is asked again under the same
 * key, as the browser does, until it is answered.
 */
export class KillableLine {
  private keys: Server | undefined
  private service: ServiceProcess | undefined
  private settings: Settings = {}

  /**
   * @param prepared the service whose database the process works on; its own process answers nobody
   * @param given beyond the settings that every line needs: of lines that meet, the port and the peers
   */
  constructor(
    private readonly line: string,
    private readonly prepared: Pick<TestService, 'databaseUrl' | 'migratorUrl' | 'sealsFile' | 'sql'>,
    private readonly dataKeys: string,
    private readonly given: Settings = {},
  ) {}

  async open(): Promise<void> {
    const token = await tokenOf(someone('SERVICE', '530112', this.line), '2h')
    this.keys = createServer(({ method }, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(method === 'POST' ? { token } : jwks))).listen(0, '127.0.0.1')
    await once(this.keys, 'listening')
    const address = this.keys.address()
    this.settings = {
      MODE: 'demonstration',
      DATABASE_URL: this.prepared.databaseUrl,
      IDENTITY_URL: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/identity`,
      DATA_KEYS: this.dataKeys,
      SERVICE_SECRET: randomUUID(),
      SEALS_FILE: this.prepared.sealsFile,
      LOG_LEVEL: 'silent',
      ...this.given,
    }
    // Work whose process died is taken up after two seconds of silence here, not after thirty.
    await this.prepared.sql(`update ${this.line.replaceAll('-', '_')}_jobs.queue set heartbeat_seconds = 2, retry_delay = 0 where name = 'run-long-job'`)
    await this.start()
  }

  private async start(): Promise<void> {
    const service = new ServiceProcess(this.line, { PORT: String(await freePort()), ...this.settings })
    await service.answers('/health/ready', 200)
    this.service = service
  }

  /** The business date moves on, and the work of its days is done. */
  async advanceTo(businessDate: string): Promise<void> {
    const event: EventEnvelope = { eventId: randomUUID(), type: 'clock.advanced', occurredOn: businessDate, knownOn: businessDate, source: 'identity', payload: { businessDate }, schemaVersion: 1 }
    await this.call(someone('SERVICE'), LINE_ROUTES.receiveEvents, { body: [event] })
    await vi.waitFor(async () => {
      const { body } = await this.call(someone('SERVICE'), LINE_ROUTES.clock)
      if (body.businessDate !== businessDate || !body.caughtUp) throw new Error(`${this.line} is still at ${body.businessDate}`)
    }, { timeout: 60_000, interval: 100 })
  }

  /** At once, whatever it is doing; and starts it again. */
  async kill(): Promise<void> {
    const dead = this.service
    this.service = undefined
    await dead?.kill()
    await this.start()
  }

  /** Asks until somebody answers. */
  async call<R extends Route>(actor: Actor, route: R, options: CallOptions = {}): Promise<Answer<R>> {
    const key = options.key ?? randomUUID()
    for (let tries = 0; tries < 600; tries++) {
      const { service } = this
      const answer = service && (await sendAs(service.base, actor, route, { ...options, key }).catch(() => undefined))
      if (answer && answer.status !== 503) return answer
      await sleep(100)
    }
    throw new Error(`${route.path} was never answered: ${this.service?.output}`)
  }

  /** Whether the audit's chains and seals still hold. */
  async auditHolds(): Promise<{ code: number | null; output: string }> {
    return runService(this.line, { MIGRATOR_DATABASE_URL: this.prepared.migratorUrl, SEALS_FILE: this.prepared.sealsFile }, 'verify-audit')
  }

  async close(): Promise<void> {
    await this.service?.kill()
    this.keys?.close()
  }
}
