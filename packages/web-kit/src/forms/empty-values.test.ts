import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isOptional, schemaAt, withoutEmpty } from './empty-values'

const Person = z.object({ name: z.string().min(1), phone: z.string().regex(/^1\d{10}$/).optional(), age: z.int(), note: z.string().default(''), married: z.boolean().nullable() })
const Household = z.object({ members: z.array(Person), address: z.object({ street: z.string(), room: z.string().optional() }).optional() })

describe('an emptied input', () => {
  it('is left out where the contract lets it be absent', () => {
    expect(withoutEmpty(Person, { name: '李', phone: '', age: 3, note: '', married: null })).toEqual({ name: '李', phone: undefined, age: 3, note: undefined, married: null })
  })
  it('keeps an empty required text, so that the contract’s own sentence about it appears', () => {
    expect(withoutEmpty(Person, { name: '', age: null })).toEqual({ name: '', age: undefined })
  })
  it('is found inside lists and optional groups', () => {
    const cleaned = withoutEmpty(Household, { members: [{ name: '李', phone: '' }], address: { street: '金碧', room: '' } })
    expect(cleaned).toEqual({ members: [{ name: '李', phone: undefined }], address: { street: '金碧', room: undefined } })
  })
})

describe('a path', () => {
  it('leads to the schema of a field', () => {
    const phone = schemaAt(Household, 'members.3.phone')
    const name = schemaAt(Household, 'members.0.name')
    expect(phone && isOptional(phone)).toBe(true)
    expect(name && isOptional(name)).toBe(false)
  })
  it('leads nowhere where there is nothing', () => {
    expect(schemaAt(Household, 'members.name')).toBeUndefined()
    expect(schemaAt(Household, 'pets.0')).toBeUndefined()
  })
})
