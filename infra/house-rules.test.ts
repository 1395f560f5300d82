import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const tool = (name: string) => join(ROOT, 'node_modules/.bin', name)

let house = ''

function put(file: string, content: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true })
  writeFileSync(join(house, file), content)
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'xishan-house-'))
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

/** Files of a small house, one of each kind. */
const HOUSE = {
  domain: 'packages/domain/src/money.ts',
  serviceKit: 'packages/service-kit/src/start.ts',
  webKit: 'packages/web-kit/src/client.ts',
  testing: 'packages/testing/src/database.ts',
  contract: 'apps/elderly-care/contract/src/index.ts',
  service: 'apps/elderly-care/service/src/admit.ts',
  web: 'apps/elderly-care/web/src/remote.ts',
  otherContract: 'apps/place-names/contract/src/index.ts',
  otherService: 'apps/place-names/service/src/name.ts',
  identityContract: 'apps/identity/contract/src/index.ts',
  shell: 'apps/portal/web/src/shell.ts',
  host: 'infra/host/host.ts',
  seeds: 'seeds/src/index.ts',
  journeys: 'tests/journeys/walk.ts',
} as const
type Room = keyof typeof HOUSE

const importOf = (from: string, to: string): string => `import '${'../'.repeat(dirname(from).split('/').length)}${to.replace(/\.ts$/, '')}'\n`

interface Violation {
  from: string
  rule: { name: string }
}

function brokenRules(): Violation[] {
  const { stdout, stderr } = spawnSync(tool('depcruise'), ['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'packages', 'infra', 'seeds', 'tests'], { cwd: house, encoding: 'utf8' })
  if (!stdout) throw new Error(stderr)
  const report: { summary: { violations: Violation[] } } = JSON.parse(stdout)
  return report.summary.violations
}

const MODULES = ['zod', 'chinese-days', 'pg', 'pg-boss', '@nestjs/typeorm', 'vue', 'lodash']

function buildHouse(): void {
  for (const room of Object.values(HOUSE)) put(room, 'export {}\n')
  for (const name of MODULES) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    put(`node_modules/${name}/index.js`, '')
  }
  put('package.json', JSON.stringify({ dependencies: Object.fromEntries(MODULES.filter((name) => name !== 'lodash').map((name) => [name, '1'])) }))
}

const ALLOWED: [from: Room, to: Room][] = [
  ['contract', 'domain'],
  ['service', 'contract'],
  ['service', 'domain'],
  ['service', 'serviceKit'],
  ['web', 'contract'],
  ['web', 'webKit'],
  ['shell', 'identityContract'],
  ['shell', 'webKit'],
  ['host', 'service'],
  ['seeds', 'service'],
  ['journeys', 'host'],
]

const FORBIDDEN: [rule: string, from: Room, to: Room][] = [
  ['domain-stands-alone', 'domain', 'contract'],
  ['domain-stands-alone', 'domain', 'serviceKit'],
  ['kit-on-domain', 'serviceKit', 'webKit'],
  ['kit-on-domain', 'webKit', 'contract'],
  ['kit-on-domain', 'serviceKit', 'testing'],
  ['tools-below', 'testing', 'serviceKit'],
  ['line-apart', 'contract', 'otherContract'],
  ['line-apart', 'service', 'otherContract'],
  ['line-apart', 'service', 'otherService'],
  ['line-apart', 'web', 'identityContract'],
  ['shell-and-identity', 'shell', 'contract'],
  ['shell-and-identity', 'shell', 'web'],
  ['contract-on-domain', 'contract', 'serviceKit'],
  ['contract-on-domain', 'contract', 'service'],
  ['service-floor', 'service', 'webKit'],
  ['service-floor', 'service', 'web'],
  ['service-floor', 'service', 'testing'],
  ['web-floor', 'web', 'serviceKit'],
  ['web-floor', 'web', 'service'],
  ['nothing-above', 'service', 'host'],
  ['nothing-above', 'domain', 'seeds'],
  ['nothing-on-tests', 'host', 'journeys'],
]

const FORBIDDEN_MODULES: [rule: string, from: Room, specifier: string][] = [
  ['domain-is-plain', 'domain', 'vue'],
  ['domain-is-plain', 'domain', 'node:fs'],
  ['contract-is-plain', 'contract', 'pg'],
  ['contract-is-plain', 'contract', 'node:crypto'],
  ['orm-in-the-kit', 'service', 'pg'],
  ['orm-in-the-kit', 'service', '@nestjs/typeorm'],
  ['declared', 'service', 'lodash'],
  ['resolvable', 'service', './nowhere'],
]

/** A file of its own for each import, in the room it is made from. */
const fileFor = (from: Room, name: string): string => `${dirname(HOUSE[from])}/${name.replaceAll(/[^a-z]+/gi, '-')}.ts`

describe('the floors', () => {
  let broken: Violation[] = []
  const rulesBrokenBy = (file: string): string[] => broken.filter(({ from }) => from === file).map(({ rule }) => rule.name)

  beforeAll(() => {
    buildHouse()
    for (const [from, to] of ALLOWED) put(fileFor(from, `allowed ${to}`), `${importOf(HOUSE[from], HOUSE[to])}export {}\n`)
    for (const [, from, to] of FORBIDDEN) put(fileFor(from, `forbidden ${to}`), `${importOf(HOUSE[from], HOUSE[to])}export {}\n`)
    for (const [, from, specifier] of FORBIDDEN_MODULES) put(fileFor(from, `forbidden ${specifier}`), `import '${specifier}'\nexport {}\n`)
    put('packages/domain/src/one.ts', "import { two } from './two'\nexport const one = () => two\n")
    put('packages/domain/src/two.ts', "import { one } from './one'\nexport const two = () => one\n")
    broken = brokenRules()
  })

  it.each(ALLOWED)('%s may import %s', (from, to) => {
    expect(rulesBrokenBy(fileFor(from, `allowed ${to}`))).toEqual([])
  })

  it.each(FORBIDDEN)('%s: %s must not import %s', (rule, from, to) => {
    expect(rulesBrokenBy(fileFor(from, `forbidden ${to}`))).toContain(rule)
  })

  it.each(FORBIDDEN_MODULES)('%s: %s must not import %s', (rule, from, specifier) => {
    expect(rulesBrokenBy(fileFor(from, `forbidden ${specifier}`))).toContain(rule)
  })

  it('no-cycles: two files must not import each other', () => {
    expect(rulesBrokenBy('packages/domain/src/one.ts')).toContain('no-cycles')
  })
})

function lintFaults(file: string, content: string): string[] {
  rmSync(house, { recursive: true, force: true })
  put(file, content)
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
  const { stdout } = spawnSync(tool('oxlint'), ['--format', 'json', '.'], { cwd: house, encoding: 'utf8' })
  const report: { diagnostics: { code: string }[] } = JSON.parse(stdout)
  return report.diagnostics.map(({ code }) => code)
}

describe('the lint', () => {
  it.each([
    ['eslint(no-restricted-imports)', "import { DataSource } from 'typeorm'\nexport const source = new DataSource({ type: 'postgres' })\n"],
    ['eslint(no-restricted-imports)', "import { Repository } from 'typeorm'\nexport type Rows = Repository<object>\n"],
    ['eslint(no-restricted-imports)', "import { EntityManager } from 'typeorm'\nexport type Manager = EntityManager\n"],
    ['eslint(no-restricted-imports)', "import { Get } from '@nestjs/common'\nexport const read = Get('/unguarded')\n"],
    ['eslint(no-restricted-imports)', "import { Post } from '@nestjs/common'\nexport const write = Post('/unguarded')\n"],
    ['eslint(no-restricted-imports)', "import { ElButton } from 'element-plus/es'\nexport const button = ElButton\n"],
    ['typescript(no-explicit-any)', 'export const loose = (value: any): number => value.length\n'],
    ['typescript(no-non-null-assertion)', 'export const first = (values: number[]): number => values[0]!\n'],
    ['typescript(ban-ts-comment)', '// @ts-ignore\nexport const wrong: number = 1\n'],
  ])('%s: %j', (rule, content) => {
    expect(lintFaults('apps/elderly-care/service/src/admit.ts', content)).toContain(rule)
  })

  it.each([
    ['apps/elderly-care/service/src/resident.entity.ts', "import { Column, Entity } from 'typeorm'\nexport const parts = [Column, Entity]\n"],
    ['apps/elderly-care/service/src/residents.controller.ts', "import { Controller, Injectable } from '@nestjs/common'\nexport const parts = [Controller, Injectable]\n"],
    ['packages/service-kit/src/connect.ts', "import { DataSource } from 'typeorm'\nexport const source = DataSource\n"],
  ])('lets %s pass', (file, content) => {
    expect(lintFaults(file, content)).toEqual([])
  })
})

describe('the sources', () => {
  it('silence neither the compiler nor the lint', () => {
    const silencer = ['oxlint', 'eslint'].map((name) => `${name}-disable`).concat(['@ts-nocheck', '@ts-expect-error'])
    const { stdout } = spawnSync('git', ['grep', '-lE', silencer.join('|'), '--', 'apps', 'packages', 'infra', 'seeds', 'tests'], { cwd: ROOT, encoding: 'utf8' })
    expect(stdout.split('\n').filter((file) => file && file !== 'infra/house-rules.test.ts')).toEqual([])
  })
})
