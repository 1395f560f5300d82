import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as domain from './index'

const rows = readFileSync(new URL('../../handbook/glossary.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))

/** Types leave no trace at run time. */
const TYPES_ONLY = ['Role', 'Actor', 'Indicator']

test('every identifier that the glossary places in the domain is there', () => {
  const known = new Set([...Object.keys(domain), ...Object.keys(domain.ROLES), ...domain.IndicatorStatus.options, ...TYPES_ONLY])
  const named = rows.filter((cells) => cells[3] === 'domain').flatMap((cells) => [...(cells[2] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})

test('no Chinese word stands for two things', () => {
  const words = rows.filter((cells) => cells[1] !== '中文' && !/^-+$/.test(cells[1] ?? '')).map((cells) => cells[1])
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
})
