import { ParameterBook, ParameterVersion } from '@xishan/domain'
import type { Ask } from '../database/ask'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'

/** A version ends where the next one of its key begins, or earlier on its own last day. */
export const PARAMETER_VERSIONS = `
  select key, version, value, unit, effective_from::text as "effectiveFrom", source_mark as "sourceMark", source, title, note,
         least(effective_to, lead(effective_from) over (partition by key order by effective_from, version))::text as "effectiveTo"
  from parameter_version order by key, effective_from, version`

const Versions = z.array(ParameterVersion)

/** The parameters of the line by business date. Versions are only ever added, so their number tells whether they are the ones at hand. */
@Injectable()
export class ParameterBooks {
  private known: { count: number; versions: ParameterVersion[] } = { count: -1, versions: [] }

  async on(date: string, ask: Ask): Promise<ParameterBook> {
    return new ParameterBook(await this.versions(ask), date)
  }

  async versions(ask: Ask): Promise<ParameterVersion[]> {
    const [row] = await ask<{ count: number }>(`select count(*)::int as count from parameter_version`)
    const count = row?.count ?? 0
    if (count !== this.known.count) this.known = { count, versions: Versions.parse(await ask(PARAMETER_VERSIONS)) }
    return this.known.versions
  }
}
