import { spokenName } from '@xishan/domain'
import type { Ask } from '../database/ask'

/** `凯苑社区`; the code itself where the division is not in the table. */
export async function communityName(ask: Ask, code: string, on: string): Promise<string> {
  const [row] = await ask<{ name: string }>(
    `select name from division where code = $1 and (valid_from is null or valid_from <= $2) and (valid_to is null or valid_to > $2) limit 1`,
    [code, on],
  )
  return row ? spokenName(row.name) : code
}
