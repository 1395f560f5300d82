import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addressOf, filterNames, filtersFrom } from './list-address'

const Query = z.object({
  after: z.string().optional(),
  limit: z.coerce.number().default(20),
  state: z.enum(['OPEN', 'DONE']).optional(),
  mine: z.enum(['true', 'false']).transform((text) => text === 'true').optional(),
  year: z.int().optional(),
  tags: z.array(z.string()).optional(),
  q: z.string().max(5).optional(),
})

describe('an address of a list', () => {
  it('has the contract’s filters and no paging', () => expect(filterNames(Query)).toEqual(['state', 'mine', 'year', 'tags', 'q']))
  it('gives values as the contract takes them', () => {
    expect(filtersFrom(Query, { state: 'OPEN', mine: 'true', year: '2025', tags: '急', q: '李' })).toEqual({ state: 'OPEN', mine: 'true', year: 2025, tags: ['急'], q: '李' })
  })
  it('loses what the contract would refuse', () => {
    expect(filtersFrom(Query, { state: 'STOLEN', q: '一二三四五六', other: 'x' })).toEqual({ state: undefined, mine: undefined, year: undefined, tags: undefined, q: undefined })
  })
  it('leads back to the same filters', () => {
    const filters = { state: 'OPEN', mine: undefined, year: 2025, tags: ['急', '缓'], q: '' }
    expect(addressOf(filters)).toEqual({ state: 'OPEN', year: '2025', tags: ['急', '缓'] })
    expect(filtersFrom(Query, addressOf(filters))).toEqual({ ...filters, q: undefined })
  })
})
