import { createHash } from 'node:crypto'

/**
 * The files that a seed draws: of the register those with the smallest SHA-256 of "seed|number", in that order. The same register and
 * seed draw the same files, in whatever order the register is written, so that anybody can check that nobody chose.
 */
export function draw(seed: string, register: readonly string[], count: number): string[] {
  const lots = register.map((file) => ({ file, lot: createHash('sha256').update(`${seed}|${file}`).digest('hex') }))
  return lots
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ file }) => file)
}
