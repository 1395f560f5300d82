import { inspectUpload, parseKeyRing, softwareCiphers } from '@xishan/service-kit'
import { Uuid } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { Archive, type Row } from './archive'
import { scanOf, type Office } from './case-history'
import { confirmedHistory } from './histories'
import { HOUSEHOLDS_BY_SIZE, planHouseholds } from './households'
import { idAt, momentOf } from './identifiers'
import { scenes } from './open-cases'
import { WIDOWED } from './mortals'
import { People } from './people'
import { sheetPicture } from './picture'
import { streets } from './places'
import { Draw } from './random'
import { scriptOf } from './scene'
import { SCANS } from './seed-social-assistance'
import { Staff } from './staff'

const TODAY = '2025-09-30'
const KEYS = ['a:7d1f0a6c52e84b39a1c3f7089be2d4561c8e5b70f2394ad68e01c7b5926fd34b', 'b:1e9a47c0d3f2586b7a09e4c1f8d3b6257c40a9e8615b2fd0937ec4a81b5d60f2'] as const

const dependsOnKeys = (column: string): boolean => /sealed$|lookup$|^person_key$/.test(column)

/** What a run makes of some households and of every scene. */
function run(keys: string): [string, Row[]][] {
  const draw = new Draw('a run')
  const archive = new Archive(draw.of('ids'))
  const office: Office = { archive, ciphers: softwareCiphers(parseKeyRing(keys)), scans: new Map(SCANS.map(([kind, look]) => [kind, scanOf(sheetPicture(look))])) }
  const staff = new Staff(draw.of('staff'))
  const people = new People(draw.of('people'))
  for (const household of planHouseholds(people, draw).slice(0, 40)) confirmedHistory(household, office, staff, TODAY)
  for (const [nth, scene] of scenes.entries()) scriptOf(scene, nth, { office, staff, people, draw, today: TODAY }).play()
  return [...archive.take()].map(([table, rows]) => [table, rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !dependsOnKeys(column))))])
}

describe('the demonstration', () => {
  it('is the same in every run but for what depends on its keys', () => {
    expect(run(KEYS[0])).toEqual(run(KEYS[1]))
  })

  it('has the size that the plan names', () => {
    const sizes = Object.entries(HOUSEHOLDS_BY_SIZE)
    expect(sizes.reduce((sum, [, count]) => sum + count, 0)).toBe(4727)
    expect(sizes.reduce((sum, [size, count]) => sum + Number(size) * count, 0) - WIDOWED.length).toBe(5959)
    expect(streets.reduce((sum, { households }) => sum + households, 0)).toBe(4727)
  })

  it('shows scans that the service would take', async () => {
    for (const [, look] of SCANS) {
      const bytes = sheetPicture(look)
      expect(await inspectUpload({ name: '扫描件.png', declaredType: 'image/png', bytes })).toMatchObject({ kind: 'png' })
      expect(bytes.length).toBeLessThan(2000)
    }
  })
})

describe('random numbers', () => {
  it('of a part are not disturbed by another part', () => {
    const whole = new Draw('x')
    const first = whole.of('a').part()
    whole.of('b').int(0, 9)
    expect(whole.of('a').part()).toBe(first)
    expect(new Draw('y').of('a').part()).not.toBe(first)
  })

  it('give every item its share', () => {
    const draw = new Draw('shares')
    const drawn = Array.from({ length: 4000 }, () => draw.weighted([['rare', 1], ['often', 3]] as const))
    const share = drawn.filter((item) => item === 'rare').length / drawn.length
    expect(Math.abs(share - 0.25)).toBeLessThan(0.03)
  })

  it('make identifiers of version 7 that sort by their moment', () => {
    const draw = new Draw('ids')
    const ids = ['2021-07-05', '2021-07-06', '2025-09-30'].map((date) => idAt(momentOf(date, 600), draw))
    expect(ids.every((id) => Uuid.safeParse(id).success && id.charAt(14) === '7' && '89ab'.includes(id.charAt(19)))).toBe(true)
    expect(ids.toSorted()).toEqual(ids)
  })
})
