import { cursorParts, Conditions, dateOfCursor, type PlaceNames, type Statement } from '@xishan/service-kit'
import type { DeathQuery, DeathRow } from '@xishan/social-assistance-contract'

export type ListedDeath = Omit<DeathRow, 'place'> & { divisionCode: string }

/** The name that this line knows: of its payee, else of a death without a number. */
export const DEATH_NAME = `coalesce((select m.name from benefit_member m where m.person_key = d.person_key limit 1), nullif(d.name, ''))`

export const LISTED_DEATH = `d.id, ${DEATH_NAME} as name, d.died_on::text as "diedOn", d.known_on::text as "knownOn", d.source, d.state, d.other_died_on::text as "otherDiedOn", d.revoked_on::text as "revokedOn",
  d.division_code as "divisionCode",
  array(select distinct x.kind from death_effect x where x.death_id = d.id and x.reversed_on is null order by 1) as effects,
  coalesce((select sum(x.held_fen) from death_effect x where x.death_id = d.id and x.reversed_on is null), 0)::float8 as "heldFen",
  coalesce((select sum(x.recovery_fen) from death_effect x where x.death_id = d.id and x.reversed_on is null), 0)::float8 as "recoveryFen",
  (select count(*) from death_task t where t.death_id = d.id and t.state in ('AT_STREET', 'AT_BUREAU'))::int as "openTasks"`

/** One page, the last known first; takes its limit as the last parameter. */
export function deathPage(query: DeathQuery): Statement {
  const conditions = new Conditions().within('d.division_code', query.division)
  conditions
    .andIf(query.month, (month) => conditions.and(`d.known_on >= (? || '-01')::date and d.known_on < (? || '-01')::date + interval '1 month'`, month, month))
    .andIf(query.state, (state) => conditions.and('d.state = ?', state))
    .andIf(query.source, (source) => conditions.and('d.source = ?', source))
  if (!query.all) conditions.and(`exists (select from death_effect x where x.death_id = d.id) or exists (select from death_task t where t.death_id = d.id)`)
  const [on, id] = cursorParts(query.after, 2) ?? []
  if (on !== undefined && id !== undefined) conditions.and('(d.known_on, d.id) < (?::date, ?::uuid)', dateOfCursor(on), id)
  return {
    sql: `select ${LISTED_DEATH}, d.known_on::text || '|' || d.id as cursor from known_death d where ${conditions} order by d.known_on desc, d.id desc limit $${conditions.parameters.length + 1}`,
    parameters: conditions.parameters,
  }
}

export const deathRow = ({ divisionCode, ...row }: ListedDeath, names: PlaceNames): DeathRow => ({ ...row, place: names.whole(divisionCode) })
