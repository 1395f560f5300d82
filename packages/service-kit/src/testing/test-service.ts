import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor, Problem, Role, Route } from '@xishan/domain'
import { createTestDatabase } from '@xishan/testing'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { Client } from 'pg'
import type { z } from 'zod'
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '../access/access-token'
import { DISTRICT } from '../access/service-actor'
import { BusinessClock } from '../clock/business-clock'
import { migrate } from '../database/migrate'
import { asRole, provision } from '../database/provision'
import { BusinessDays } from '../jobs/business-days'
import { parseConfiguration } from '../service/configuration'
import { createServiceApp, type ServiceApp } from '../service/create-app'
import { schemaOf, type ServiceDefinition } from '../service/define-service'
import { TOKEN_KEYS } from '../service/tokens'

export { readPdf } from '../documents/read-pdf.testing'
export { aSheet as aSheetXml, aWorkbook } from '../spreadsheets/workbook.testing'

const PASSWORDS = { app: 'test-app', migrator: 'test-migrator' }
const keys = await generateKeyPair('ES256', { extractable: true })
/** The public half of the keys that sign the tokens of {@link someone}. */
export const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'test', alg: 'ES256' }] }

/** A person with one role; the same name is the same person. */
export function someone(role: Role, scope: string = DISTRICT, name: string = `${role} ${scope}`): Actor {
  const id = Buffer.from(name).toString('hex').padEnd(32, '0').slice(-32)
  return { kind: role === 'SERVICE' ? 'service' : 'user', id: `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20)}`, name, roles: [role], scope, sessionId: 'test' }
}

export const tokenOf = ({ id, sessionId, ...claims }: Actor, expires = '5m'): Promise<string> =>
  new SignJWT({ ...claims, ...(sessionId ? { sid: sessionId } : {}) }).setProtectedHeader({ alg: 'ES256', kid: 'test' }).setSubject(id).setIssuer(TOKEN_ISSUER).setAudience(TOKEN_AUDIENCE).setExpirationTime(expires).sign(keys.privateKey)

/** What came back: the route's answer, or a problem. */
export interface Answer<R extends Route> {
  status: number
  body: (R['answer'] extends z.ZodType ? z.output<R['answer']> : Buffer) & Partial<Problem>
  headers: Headers
}

export interface CallOptions {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  key?: string
  file?: { name: string; type: string; bytes: Uint8Array }
}

export interface TestService {
  url: string
  app: ServiceApp
  databaseUrl: string
  migratorUrl: string
  sealsFile: string
  /** Calls a route as this person over HTTP; `null` is nobody. */
  call<R extends Route>(actor: Actor | null, route: R, options?: CallOptions): Promise<Answer<R>>
  /** SQL as the database's administrator, past row security. */
  sql<T>(text: string, parameters?: unknown[]): Promise<T[]>
  /** Moves the business date and runs the jobs of the days that pass. */
  advanceTo(date: string): Promise<void>
  close(): Promise<void>
}

export interface TestServiceOptions {
  /** Fill the fresh database before the service starts, as its migrator. */
  prepare?: (migratorUrl: string) => Promise<void>
  settings?: Record<string, unknown>
  /** Start event delivery and job workers. */
  jobs?: boolean
  /** Keep the definition's own way to verify tokens. */
  ownKeys?: boolean
}

/** A line's service on a database of its own, answering on a free port. */
export async function startTestService(definition: ServiceDefinition, options: TestServiceOptions = {}): Promise<TestService> {
  const { line } = definition.contract
  const schema = schemaOf(line)
  const database = await createTestDatabase({
    name: `${schema}_${definition.migrations.length}`,
    prepare: async (url) => {
      await provision(url, schema, PASSWORDS)
      await migrate(definition, asRole(url, `${schema}_migrator`, PASSWORDS.migrator))
    },
  })
  const migratorUrl = asRole(database.url, `${schema}_migrator`, PASSWORDS.migrator)
  await options.prepare?.(migratorUrl)
  const home = await mkdtemp(join(tmpdir(), 'xishan-service-'))
  const sealsFile = join(home, 'seals.jsonl')
  const configuration = parseConfiguration({
    mode: 'demonstration',
    databaseUrl: asRole(database.url, `${schema}_app`, PASSWORDS.app),
    port: 0,
    identityUrl: 'http://127.0.0.1:9/api/identity',
    dataKeys: `test:${randomBytes(32).toString('hex')}`,
    serviceSecret: randomBytes(32).toString('hex'),
    sealsFile,
    secureCookies: 'false',
    logLevel: 'error',
    ...options.settings,
  })
  const keyed = options.ownKeys ? definition : { ...definition, tokenKeys: { provide: TOKEN_KEYS, useValue: createLocalJWKSet(jwks) } }
  const app = await createServiceApp(keyed, configuration)
  await app.app.listen(0, '127.0.0.1')
  const url = `${await app.app.getUrl()}/api/${line}`
  if (options.jobs) await app.startJobs()
  const admin = new Client({ connectionString: database.url, options: `-c search_path=${schema}` })
  await admin.connect()
  return {
    url,
    app,
    databaseUrl: configuration.databaseUrl,
    migratorUrl,
    sealsFile,
    call: (actor, route, call = {}) => sendAs(url, actor, route, call),
    sql: async <T>(text: string, parameters: unknown[] = []) => (await admin.query(text, parameters)).rows as T[],
    advanceTo: async (date) => {
      await app.get(BusinessClock).advanceTo(date)
      await app.get(BusinessDays).catchUp()
    },
    close: async () => {
      await app.close()
      await admin.end()
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Sends a request to a service at this address as this person. @throws TypeError when nobody answers */
export async function sendAs<R extends Route>(url: string, actor: Actor | null, route: R, { params = {}, query = {}, body, key, file }: CallOptions): Promise<Answer<R>> {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? name))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const headers: Record<string, string> = actor ? { authorization: `Bearer ${await tokenOf(actor)}` } : {}
  if (route.method !== 'GET') headers['idempotency-key'] = key ?? randomUUID()
  const form = file ? formOf(body, file) : undefined
  if (!form && body !== undefined) headers['content-type'] = 'application/json'
  const response = await fetch(`${url}${path}${search.size ? `?${search}` : ''}`, { method: route.method, headers, ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }) })
  const isJson = response.headers.get('content-type')?.includes('json')
  const received: unknown = isJson ? await response.json() : Buffer.from(await response.arrayBuffer())
  return { status: response.status, body: received as Answer<R>['body'], headers: response.headers }
}

function formOf(body: unknown, file: NonNullable<CallOptions['file']>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body ?? {})) form.append(name, String(value))
  form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
  return form
}
