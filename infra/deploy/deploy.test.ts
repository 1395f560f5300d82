import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIGURATION_VARIABLES, schemaOf } from '@xishan/service-kit'
import { describe, expect, it } from 'vitest'
import { lineOf, LINES } from '../host/lines'
import { deploymentFiles } from './deployment-files'

const lines = LINES.map(lineOf)
const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')

/** The variables that an env file sets, also with nothing. */
const variablesOf = (file: string): Map<string, string> =>
  new Map([...read(file).matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]))

/** The text of one service of compose.yaml. */
function composed(name: string): string {
  const services = read('compose.yaml').split(/^services:$/m)[1]?.split(/^volumes:$/m)[0] ?? ''
  return services.split(/^ {2}(?=[a-z-]+:$)/m).find((block) => block.startsWith(`${name}:\n`)) ?? ''
}

const others = (line: string): string[] => lines.filter((other) => other !== line)

const MEASURED = join(import.meta.dirname, '../../packages/service-kit/src/observability')
const APPS = join(import.meta.dirname, '../../apps')
const haveService = readdirSync(APPS).filter((line) => existsSync(join(APPS, line, 'service/package.json')))

it('every line that has a service is one of the house, and so deployed', () => {
  expect(lines.toSorted()).toEqual(haveService.toSorted())
})

it.each([...deploymentFiles(lines, read('compose.yaml'))])('%s is what deployment-files writes for the lines of the house', (file, content) => {
  expect(existsSync(join(import.meta.dirname, file)) ? read(file) : '').toBe(content)
})

it('no file is left of a line that is gone', () => {
  const examples = readdirSync(join(import.meta.dirname, 'env')).filter((name) => name.endsWith('.example') && name !== 'postgres.env.example')
  expect(examples.map((name) => `env/${name}`).toSorted()).toEqual([...deploymentFiles(lines, read('compose.yaml')).keys()].filter((file) => file.startsWith('env/')).toSorted())
})

describe.each(lines)('%s', (line) => {
  const env = variablesOf(`env/${line}.env.example`)

  it('has an example of every variable that a service reads, and of nothing that the service does not', () => {
    expect([...env.keys()].filter((name) => name !== 'SERVICE_SECRETS').sort()).toEqual(Object.values(CONFIGURATION_VARIABLES).sort())
    expect(env.has('SERVICE_SECRETS')).toBe(line === 'identity')
  })

  it('is told its own role and where the others are', () => {
    expect(env.get('DATABASE_URL')).toContain(`//${schemaOf(line)}_app:`)
    for (const other of others(line)) expect(env.get('PEERS')).toContain(`${other}=http`)
    expect([...variablesOf(`env/${line}.migrate.env.example`).keys()]).toEqual(['MIGRATOR_DATABASE_URL', 'SEALS_FILE'])
    expect(read(`env/${line}.migrate.env.example`)).toContain(`//${schemaOf(line)}_migrator:`)
  })

  it('has no secret in its example', () => {
    for (const name of ['DATA_KEYS', 'SIGNING_KEY', 'SERVICE_SECRET']) expect(env.get(name)).toBe('')
    expect(env.get('DATABASE_URL')).toContain(':<password>@')
  })

  it('is served and migrated by compose', () => {
    expect(composed(line)).toContain(`SERVICE: ${line},`)
    expect(composed(line)).toContain(`env_file: [env/${line}.env]`)
    expect(composed(line)).toContain(`'${line}-seals:/var/lib/xishan'`)
    expect(composed(line)).toContain(`${line}-migrate: { condition: service_completed_successfully }`)
    for (const other of others(line)) expect(composed(line)).toContain(`${other}=http://${other}:8080/api/${other}`)
    expect(composed(`${line}-migrate`)).toContain(`env_file: [env/${line}.migrate.env]`)
    expect(composed('provision')).toMatch(new RegExp(`SCHEMAS: .*\\b${schemaOf(line)}\\b`))
    const passwords = variablesOf('env/provision.env.example')
    for (const role of ['APP', 'MIGRATOR']) expect(passwords.get(`${schemaOf(line).toUpperCase()}_${role}_PASSWORD`)).toBe('')
  })

  it('is reached through the gateway, on the port it was told', () => {
    expect(read('gateway/services.compose.conf')).toContain(`\n  ${line} http://${line}:8080;`)
    expect(read('gateway/services.systemd.conf')).toContain(`\n  ${line} http://127.0.0.1:${env.get('PORT')};`)
  })
})

it('identity knows a secret of every other service', () => {
  expect(variablesOf('env/identity.env.example').get('SERVICE_SECRETS')).toBe(others('identity').map((line) => `${line}=`).join(','))
})

it('the units read the files that the examples are made for', () => {
  expect(read('systemd/xishan@.service')).toContain('EnvironmentFile=/etc/xishan/%i.env')
  for (const unit of ['migrate', 'verify']) expect(read(`systemd/xishan-${unit}@.service`)).toContain('EnvironmentFile=/etc/xishan/%i.migrate.env')
})

it('the shell script can be read by a shell', () => {
  expect(spawnSync('sh', ['-n', join(import.meta.dirname, 'database/provision-all.sh')]).status).toBe(0)
})

it('alerts speak of measurements that exist', () => {
  const sources = readdirSync(MEASURED).map((file) => readFileSync(join(MEASURED, file), 'utf8')).join('\n')
  const names = [...read('monitoring/alerts.yml').matchAll(/expr: (.*)/g)].flatMap(([, expression = '']) => expression.match(/\b[a-z]+(_[a-z]+)+\b/g) ?? [])
  expect(names.length).toBeGreaterThan(8)
  for (const name of names) expect(sources).toContain(`'${name.replace(/_count$/, '')}'`)
})
