import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { asRole, parseConfiguration, schemaOf, type Credentials, type ServiceConfiguration } from '@xishan/service-kit'
import type { Secrets, ServiceSecrets } from './secrets'

/** The demonstration's first business date. */
export const DEMONSTRATION_START = '2025-09-30'

export interface Surroundings {
  /** The administrator's connection; the services get their own roles'. */
  databaseUrl: string
  dataFolder: string
  port: number
  secrets: Secrets
  lines: readonly string[]
}

export function secretsOf({ services }: Secrets, line: string): ServiceSecrets {
  const found = services[line]
  if (!found) throw new RangeError(`no secrets for ${line}`)
  return found
}

export const credentialsOf = (secrets: Secrets, line: string): Credentials => {
  const { app, migrator } = secretsOf(secrets, line)
  return { app, migrator }
}

export const appUrl = (databaseUrl: string, line: string, secrets: Secrets): string => asRole(databaseUrl, `${schemaOf(line)}_app`, secretsOf(secrets, line).app)

export const migratorUrl = (databaseUrl: string, line: string, secrets: Secrets): string =>
  asRole(databaseUrl, `${schemaOf(line)}_migrator`, secretsOf(secrets, line).migrator)

const baseOf = (port: number, line: string): string => `http://127.0.0.1:${port}/api/${line}`

/** What a service in this process is told, in the same form as a service on its own reads from its environment. */
export function configurationOf(line: string, { databaseUrl, dataFolder, port, secrets, lines }: Surroundings): ServiceConfiguration {
  const seals = join(dataFolder, 'seals')
  mkdirSync(seals, { recursive: true, mode: 0o700 })
  const others = lines.filter((other) => other !== line)
  return parseConfiguration({
    mode: 'demonstration',
    databaseUrl: appUrl(databaseUrl, line, secrets),
    port,
    identityUrl: baseOf(port, 'identity'),
    peers: others.map((other) => `${other}=${baseOf(port, other)}`).join(','),
    dataKeys: secrets.dataKeys,
    signingKey: process.env.SIGNING_KEY,
    serviceSecret: secretsOf(secrets, line).service,
    sealsFile: join(seals, `${line}.jsonl`),
    secureCookies: 'false',
    demonstrationStart: DEMONSTRATION_START,
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    extra: { ...process.env, SERVICE_SECRETS: lines.map((each) => `${each}=${secretsOf(secrets, each).service}`).join(',') },
  })
}
