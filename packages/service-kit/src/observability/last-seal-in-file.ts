import { open } from 'node:fs/promises'
import { z } from 'zod'

const TAIL = 4096
const Numbered = z.object({ number: z.int() })

/** The number of the last whole seal in the file, read from its end; 0 when there is none or no file. */
export async function lastSealInFile(path: string): Promise<number> {
  const file = await open(path).catch(() => undefined)
  if (!file) return 0
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(size - TAIL, 0))
    const numbers = buffer.toString('utf8', 0, bytesRead).split('\n').map(numberIn)
    return numbers.findLast((number) => number !== undefined) ?? 0
  } finally {
    await file.close()
  }
}

function numberIn(line: string): number | undefined {
  try {
    return Numbered.safeParse(JSON.parse(line)).data?.number
  } catch {
    return undefined
  }
}
