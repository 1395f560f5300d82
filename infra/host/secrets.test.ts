import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from './refusal'
import { fingerprint, loadSecrets } from './secrets'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xishan-secrets-'))
  file = join(folder, 'inner/secrets.json')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the secrets of the embedded run', () => {
  it('are made once, for our eyes only, and stay', () => {
    const made = loadSecrets(file, ['identity', 'portal'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(loadSecrets(file, ['identity', 'portal'])).toEqual(made)
  })

  it('are different everywhere', () => {
    const { dataKeys, services } = loadSecrets(file, ['identity', 'portal'])
    const all = Object.values(services).flatMap((each) => Object.values(each))
    expect(new Set([dataKeys, ...all]).size).toBe(7)
  })

  it('are completed when a line is added, without touching the others', () => {
    const before = loadSecrets(file, ['identity'])
    const after = loadSecrets(file, ['identity', 'elderly-care'])
    expect(after).toMatchObject(before)
    expect(after.services).toHaveProperty('elderly-care')
    expect(fingerprint(after)).toBe(fingerprint(before))
  })

  it.each(['', '{', '{"services":{}}'])('damaged as %j are refused, not replaced', (content) => {
    loadSecrets(file, ['identity'])
    writeFileSync(file, content)
    expect(() => loadSecrets(file, ['identity'])).toThrow(Refusal)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })
})
