import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash'

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe('password hash', () => {
  it('takes the password and refuses any other', async () => {
    const stored = await hashPassword('Dianchi-2025')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'Dianchi-2025')).toBe(true)
    expect(await verifyPassword(stored, 'dianchi-2025')).toBe(false)
  })

  it('takes full-width typing as the same password', async () => {
    expect(await verifyPassword(await hashPassword('Dianchi-2025'), 'Ｄianchi-２０２５')).toBe(true)
  })

  it('never answers yes for a name that nobody has, and takes as long about it', async () => {
    const stored = await hashPassword('Dianchi-2025')
    expect(await verifyPassword(undefined, 'Dianchi-2025')).toBe(false)
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 9; i++) {
      known.push(await elapsed(() => verifyPassword(stored, 'wrong')))
      unknown.push(await elapsed(() => verifyPassword(undefined, 'wrong')))
    }
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.5)
    expect(median(unknown)).toBeLessThan(median(known) * 2)
  })
})
