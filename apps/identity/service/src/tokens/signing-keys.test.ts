import { describe, expect, it } from 'vitest'
import { isDue, signsAt } from './signing-keys'

const at = (text: string) => new Date(text)
const key = (name: string, activeFrom: string) => ({ name, activeFrom: at(activeFrom) })

describe('signing keys', () => {
  const old = key('old', '2025-09-01T00:00:00Z')
  const next = key('next', '2025-10-01T00:10:00Z')

  it.each([
    ['2025-09-30T00:00:00Z', 'old'],
    ['2025-10-01T00:09:59Z', 'old'],
    ['2025-10-01T00:10:00Z', 'next'],
  ])('at %s the %s one signs', (now, name) => {
    expect(signsAt([old, next], at(now))?.name).toBe(name)
  })

  it('signs with none before the first is active', () => {
    expect(signsAt([next], at('2025-09-30T00:00:00Z'))).toBeUndefined()
  })

  it.each([
    [[], true],
    [[old], true],
    [[old, next], false],
  ])('makes a successor once the youngest has signed its time: %j', (keys, due) => {
    expect(isDue(keys, at('2025-10-02T00:00:00Z'))).toBe(due)
  })
})
