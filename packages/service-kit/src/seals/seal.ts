import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { canonical, textDigest } from './chain-hash'

/** The head of one chain: its last entry when it was sealed. */
export interface ChainHead {
  subjectType: string
  subjectId: string
  seq: number
  hash: string
}

/** A line of the seals file: the root over the heads that moved, chained to the line before by its hash. */
export const Seal = z.object({
  line: z.string(),
  number: z.int(),
  heads: z.int(),
  root: z.string(),
  previous: z.string(),
  sealedAt: z.string(),
  hash: z.string(),
})
export type Seal = z.infer<typeof Seal>

/** The same for the same heads in any order. */
export const rootOf = (heads: readonly ChainHead[]): string =>
  textDigest(
    heads
      .map(({ subjectType, subjectId, seq, hash }) => `${subjectType} ${subjectId} ${seq} ${hash}`)
      .sort()
      .join('\n'),
  )

export const sealHash = ({ hash: _, ...content }: Omit<Seal, 'hash'> & { hash?: string }): string => textDigest(canonical(content))

export const sealOver = (heads: readonly ChainHead[], of: { line: string; number: number; previous: string; sealedAt: string }): Seal => {
  const content = { ...of, heads: heads.length, root: rootOf(heads) }
  return { ...content, hash: sealHash(content) }
}

/**
 * The seals of one line of the platform, in the file's order. A line that cannot be read is passed over: a full disk can cut one,
 * which is then written again; one that was destroyed is missed in the chain.
 */
export async function* readSeals(file: string, line: string): AsyncGenerator<Seal> {
  if (!existsSync(file)) return
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const seal = asSeal(text)
    if (seal?.line === line) yield seal
  }
}

function asSeal(text: string): Seal | undefined {
  try {
    return Seal.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
