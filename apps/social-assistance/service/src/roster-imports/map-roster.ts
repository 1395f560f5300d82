import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { mappingProblems, newId, proposeMapping, type Work } from '@xishan/service-kit'
import { ROSTER_COLUMNS, type RosterInputs, type RosterKind } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { RosterDesk } from './roster-desk'
import type { RosterImport } from './roster-import.entity'
import { RosterMapping } from './roster-mapping.entity'

/** Which column is which, as the clerk says; kept under a name for the next file of the same bureau. */
@Injectable()
export class MapRoster {
  constructor(@Inject(RosterDesk) private readonly desk: RosterDesk) {}

  execute(actor: Actor, id: string, { version, columns, saveAs }: RosterInputs['map']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'map', async (work, roster) => {
      requireSensible(roster, columns)
      roster.columns = columns
      roster.uncheck()
      await work.query(`delete from roster_row where import_id = $1`, [id])
      if (saveAs === undefined) return
      roster.mappingName = saveAs
      await keep(work, roster, saveAs)
    })
  }
}

/** @throws DomainProblem `invalid-input` at the column that is chosen twice or is not there */
function requireSensible({ kind, heads }: RosterImport, columns: Record<string, number>): void {
  const titles = new Map(ROSTER_COLUMNS[kind].map(({ key, title }) => [key, title]))
  const chosen = Object.entries(columns)
  const errors = chosen.flatMap(([key, column], at) => {
    const title = titles.get(key)
    if (title === undefined) return [{ field: `columns.${key}`, message: '没有这一列，请从列表中选择' }]
    if (column >= heads.length) return [{ field: `columns.${key}`, message: `“${title}”所选的列不在文件中，请重新选择` }]
    const other = chosen.findIndex(([, index]) => index === column)
    return other < at ? [{ field: `columns.${key}`, message: `“${title}”和“${titles.get(chosen[other]?.[0] ?? '') ?? ''}”选了同一列，请分别指定` }] : []
  })
  if (errors.length > 0) throw new DomainProblem('invalid-input', {}, errors)
}

async function keep(work: Work, { kind, divisionCode, heads, columns }: RosterImport, name: string): Promise<void> {
  const kept = (await work.findOne(RosterMapping, { kind, name })) ?? Object.assign(new RosterMapping(), { id: newId(), kind, name, divisionCode })
  const titles = Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, heads[column] ?? '']))
  await work.save(Object.assign(kept, { columns: titles, savedOn: work.businessDate, savedBy: work.actor.name }), 'keepMapping')
}

/** What the mapping still lacks, as sentences; what is left open because several columns might be it is told too. */
export function missingColumns(kind: RosterKind, heads: readonly string[], columns: Readonly<Record<string, number>>): string[] {
  const open = ROSTER_COLUMNS[kind].filter(({ key }) => columns[key] === undefined)
  const proposed = proposeMapping(heads, open)
  return mappingProblems({ ...proposed, missing: open.filter(({ required, key }) => required && !proposed.ambiguous.some(({ wanted }) => wanted.key === key)), ambiguous: proposed.ambiguous.filter(({ wanted }) => wanted.required), repeated: [] })
}

/** @throws DomainProblem `roster-columns` naming every column that is missing */
export function requireColumns({ kind, heads, columns }: RosterImport): void {
  const missing = missingColumns(kind, heads, columns)
  if (missing.length > 0) throw new DomainProblem('roster-columns', { missing: missing.join('') })
}
