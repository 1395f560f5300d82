import { readFileSync } from 'node:fs'
import { kindOfCode, levelOf } from '@xishan/domain'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { divisionList, divisions, divisionsOn } from './divisions'

const tree = divisionsOn('2025-09-30')
const TEN_STREETS = ['西苑', '马街', '金碧', '永昌', '前卫', '福海', '棕树营', '碧鸡', '海口', '团结']

describe('the divisions of Xishan', () => {
  test('are one district, ten streets, one functional zone and 126 communities, each code once', () => {
    expect(tree.get('530112').name).toBe('西山区')
    expect(tree.ofLevel('street').filter(({ kind }) => kind === 'street').map(({ name }) => name)).toEqual(TEN_STREETS.map((name) => `${name}街道`))
    expect(tree.ofLevel('street').filter(({ kind }) => kind === 'functional-zone').map(({ code }) => code)).toEqual(['530112403'])
    expect(tree.ofLevel('community')).toHaveLength(126)
    expect(new Set(divisions.map(({ code }) => code)).size).toBe(divisions.length)
  })

  test('have the kind their code tells and a parent', () => {
    for (const { code, kind } of divisions) {
      expect([code, kind]).toEqual([code, kindOfCode(code)])
      expect(tree.pathOf(code)).toHaveLength(levelOf(code) === 'district' ? 1 : levelOf(code) === 'street' ? 2 : 3)
    }
  })

  test('mark 108 communities of the plan, all in the ten streets', () => {
    const counted = divisions.filter(({ inPlanDenominator }) => inPlanDenominator)
    expect(counted).toHaveLength(divisionList.planDenominator.communities)
    expect(counted.every(({ code, kind }) => kind === 'community' && !code.startsWith('530112403'))).toBe(true)
    expect(new Set(counted.map(({ code }) => code.slice(0, 9))).size).toBe(10)
    expect(tree.planCommunities('530112')).toHaveLength(108)
  })

  test('leave out what the note says: the last community of each of the eight largest streets', () => {
    const streets = tree.ofLevel('street').filter(({ kind }) => kind === 'street')
    const largest = streets.toSorted((a, b) => tree.childrenOf(b.code).length - tree.childrenOf(a.code).length || (a.code < b.code ? -1 : 1)).slice(0, 8)
    const last = largest.map(({ code }) => tree.childrenOf(code).at(-1)?.code).sort()
    const leftOut = tree.ofLevel('community').filter(({ code, inPlanDenominator }) => !inPlanDenominator && !code.startsWith('530112403'))
    expect(leftOut.map(({ code }) => code)).toEqual(last)
  })
})

describe('the boundary', () => {
  test('is an outline of the district near Kunming', () => {
    const Outline = z.object({
      type: z.literal('Feature'),
      properties: z.object({ name: z.literal('西山区') }),
      geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))) }),
    })
    const outline = Outline.parse(JSON.parse(readFileSync(new URL('../divisions/boundary.geojson', import.meta.url), 'utf8')))
    const points = outline.geometry.coordinates.flat(2)
    expect(points.every(([east, north]) => east > 102.3 && east < 102.9 && north > 24.5 && north < 25.3)).toBe(true)
    expect(outline.geometry.coordinates.flat().every((ring) => JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1)))).toBe(true)
  })
})
