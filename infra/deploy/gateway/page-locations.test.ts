import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NOT_FOR_SEARCH, PAGE_HEADERS } from '../../host/security-headers'
import { pageLocations } from './page-locations'

let built = ''
const hash = (line: string): string => `'sha256-${line.replaceAll('-', '')}='`

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'xishan-pages-'))
  for (const line of ['portal', 'social-assistance']) {
    const dist = join(built, 'apps', line, 'web/dist')
    mkdirSync(dist, { recursive: true })
    writeFileSync(join(dist, 'index.html'), '<!doctype html>')
    writeFileSync(join(dist, 'csp.json'), JSON.stringify({ script: [hash(line)] }))
  }
  mkdirSync(join(built, 'apps/identity/service'), { recursive: true })
})

afterAll(() => rmSync(built, { recursive: true, force: true }))

it('gives every page the headers of the embedded host and its own policy, and keeps public lists out of search engines', async () => {
  const blocks = (await pageLocations(built, '/srv')).split(/^(?=location )/m)
  const block = (start: string): string => blocks.find((text) => text.startsWith(`location ${start} {`)) ?? ''
  const pages: [string, string][] = [['/', 'portal'], ['^~ /public/', 'portal'], ['~ ^/apps/social-assistance(/|$)', 'social-assistance']]
  for (const [start, line] of pages) {
    expect(block(start)).toContain(`root /srv/apps/${line}/web/dist;`)
    expect(block(start)).toContain(`script-src 'self' ${hash(line)};`)
    for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(block(start)).toContain(`add_header ${name} "${value}" always;`)
  }
  expect(blocks.filter((text) => text.includes(NOT_FOR_SEARCH))).toEqual([block('^~ /public/')])
  expect(blocks.join('')).not.toContain('/apps/identity')
})
