import 'reflect-metadata'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { Logger, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm'
import { createRemoteJWKSet } from 'jose'
import { DataSource } from 'typeorm'
import { ServiceTokens } from '../access/service-tokens'
import { TokenVerifier } from '../access/token-verifier'
import { Attachments } from '../attachments/attachments'
import { CaseFiles } from '../attachments/case-files'
import { assertStrongKeys, parseKeyRing, softwareCiphers } from '../ciphers'
import { BusinessClock } from '../clock/business-clock'
import { dataSource } from '../database/connect'
import { Reads } from '../database/reads'
import { requireOrdinaryRole } from '../database/require-ordinary-role'
import { AccessGuard } from '../endpoints/access-guard'
import { Answers } from '../endpoints/answers'
import { ProblemFilter, refuseAddress } from '../endpoints/problem-filter'
import { EventDelivery } from '../events/event-delivery'
import { EventInbox } from '../events/event-inbox'
import { EventOutbox } from '../events/event-outbox'
import { OutboxLines } from '../events/outbox-lines'
import { BusinessDays } from '../jobs/business-days'
import { JobQueue } from '../jobs/job-queue'
import { LongJobs } from '../jobs/long-jobs'
import { EVERY_MINUTE, RUN_LONG_JOB } from '../jobs/queues'
import { Log, logRequests, Measurements, nestLog } from '../observability'
import { RevealSealed } from '../personal-data/reveal-sealed'
import { SealAudit } from '../seals/seal-audit'
import { signaturesOf } from '../signatures'
import { newId } from '../unit-of-work/new-id'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import type { ServiceConfiguration } from './configuration'
import { schemaOf, type ServiceDefinition } from './define-service'
import { LineController } from './line.controller'
import { CIPHERS, CONFIGURATION, DEFINITION, SIGNATURES, TOKEN_KEYS } from './tokens'

const JSON_LIMIT = 2 * 1024 * 1024
/** A batch of minutes does not hold back an export; of three connections one is left for the people. */
const LONG_JOBS_AT_ONCE = 2

/** Servers that take leave: their answers close the connection. */
const leaving = new WeakSet<object>()

@Module({})
class ServiceModule {}

function moduleOf(definition: ServiceDefinition, configuration: ServiceConfiguration, keys: ReturnType<typeof parseKeyRing>): DynamicModule {
  const schema = schemaOf(definition.contract.line)
  return {
    module: ServiceModule,
    imports: [TypeOrmModule.forRootAsync({ name: schema, useFactory: () => ({ name: schema }), dataSourceFactory: () => dataSource(configuration.databaseUrl, schema, definition.entities).initialize() })],
    controllers: [LineController, ...definition.controllers],
    providers: [
      { provide: DataSource, useExisting: getDataSourceToken(schema) },
      { provide: DEFINITION, useValue: definition },
      { provide: CONFIGURATION, useValue: configuration },
      { provide: CIPHERS, useValue: softwareCiphers(keys) },
      { provide: SIGNATURES, useValue: signaturesOf(configuration.signingKey) },
      { provide: Reads, useFactory: (clock: BusinessClock) => new Reads(configuration.databaseUrl, schema, clock), inject: [BusinessClock] },
      definition.tokenKeys ?? { provide: TOKEN_KEYS, useValue: createRemoteJWKSet(new URL(`${configuration.identityUrl}/.well-known/jwks.json`)) },
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_INTERCEPTOR, useClass: Answers },
      { provide: APP_FILTER, useClass: ProblemFilter },
      BusinessClock,
      UnitOfWork,
      EventOutbox,
      OutboxLines,
      EventInbox,
      EventDelivery,
      JobQueue,
      LongJobs,
      BusinessDays,
      ServiceTokens,
      TokenVerifier,
      Attachments,
      CaseFiles,
      RevealSealed,
      Measurements,
      SealAudit,
      ...(definition.dailyJobs ?? []),
      ...(definition.longJobs ?? []),
      ...(definition.subscriptions ?? []).map(({ handler }) => handler),
      ...definition.providers,
    ],
  }
}

export interface ServiceApp {
  line: string
  app: NestFastifyApplication
  /** Answers a request that another HTTP server received. */
  handle(request: IncomingMessage, response: ServerResponse): void
  get: INestApplicationContext['get']
  /** Begins the work that goes on without requests: event delivery, jobs, seals. */
  startJobs(): Promise<void>
  close(): Promise<void>
}

/**
 * A line's service as an application that has not opened a port: the host answers for several of them, `startService` for one.
 * @throws Error with a sentence when the configuration or the rights of its database role forbid to run
 */
export async function createServiceApp(definition: ServiceDefinition, configuration: ServiceConfiguration): Promise<ServiceApp> {
  const { line } = definition.contract
  const keys = parseKeyRing(configuration.dataKeys)
  assertStrongKeys(keys, configuration.mode === 'demonstration' ? 'allowed' : 'refused')
  const log = Log.to(configuration.logLevel)
  const adapter = new FastifyAdapter({ bodyLimit: JSON_LIMIT, genReqId: () => newId(), trustProxy: configuration.trustedProxies, frameworkErrors: refuseAddress(definition.contract) })
  const app = await NestFactory.create<NestFastifyApplication>(moduleOf(definition, configuration, keys), adapter, { logger: nestLog(log), abortOnError: false })
  const source = app.get(DataSource)
  try {
    await requireOrdinaryRole(source)
    const refusals = (await definition.refusals?.(configuration, (sql, parameters) => source.query(sql, parameters))) ?? []
    if (refusals.length > 0) throw new Error(refusals.join('\n'))
    app.setGlobalPrefix(`api/${line}`)
    await app.register(cookie)
    await app.register(multipart, { limits: { files: 1, fields: 30, fieldSize: 100_000 } })
    const fastify = adapter.getInstance()
    fastify.addHook('onSend', async (_, reply) => void (leaving.has(fastify.server) && reply.header('connection', 'close')))
    app.get(Measurements).watch(fastify)
    logRequests(fastify, log.with({ service: line }))
    await app.init()
    await app.get(JobQueue).start()
    await fastify.ready()
    return {
      line,
      app,
      get: app.get.bind(app),
      handle: (request, response) => fastify.routing(request, response),
      startJobs: () => startJobs(app),
      close: () => close(app),
    }
  } catch (error) {
    await close(app)
    throw error
  }
}

async function startJobs(app: NestFastifyApplication): Promise<void> {
  const queue = app.get(JobQueue)
  app.get(EventDelivery).start()
  await queue.work<{ id: string }>(RUN_LONG_JOB, ({ data }) => app.get(LongJobs).run(data.id), { atOnce: LONG_JOBS_AT_ONCE })
  await queue.everyMinute(EVERY_MINUTE)
  await queue.work(EVERY_MINUTE, async () => {
    await app.get(SealAudit).seal()
    await app.get(LongJobs).endGivenUp()
    await app.get(BusinessDays).catchUp()
  }, { pollingIntervalSeconds: 2 })
  // A day's job that fails is tried again every minute; the service serves meanwhile.
  await app.get(BusinessDays).catchUp().catch((error: unknown) => new Logger('business-days').error(error instanceof Error ? error.stack : String(error)))
}

/** What is in flight is answered, on connections that end with their answer; then the work that goes on without requests ends. */
async function close(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance()
  const { server } = fastify
  const closing = server.listening ? once(server, 'close') : undefined
  leaving.add(server)
  await fastify.close()
  await closing
  await app.get(EventDelivery).stop()
  await app.get(JobQueue).stop()
  await app.close()
  await app.get(Reads).close()
}
