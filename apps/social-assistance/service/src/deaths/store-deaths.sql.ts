/** One death as an event tells it. */
export interface ToldDeath {
  eventId: string
  deathId: string
  revision: number
  divisionCode: string
  personKey: string | null
  name: string
  birthDate: string | null
  diedOn: string
  otherDiedOn: string | null
  knownOn: string
  source: string
  revoked: boolean
  /** Told in a list, whose rows without a match are dealt with where the list came in. */
  listed: boolean
}

const TOLD = `jsonb_to_recordset($1::jsonb) as e ("eventId" uuid, "deathId" uuid, revision int, "divisionCode" text, "personKey" text, name text, "birthDate" date, "diedOn" date,
    "otherDiedOn" date, "knownOn" date, source text, revoked boolean, listed boolean)`

const COLUMNS = '(id, division_code, person_key, name, birth_date, died_on, day_revision, known_on, source, state, revoked_on, other_died_on, revision)'
const VALUES = `"deathId", "divisionCode", "personKey", name, "birthDate", "diedOn", case when revoked then 0 else revision end, "knownOn", source,
         case when revoked then 'REVOKED' when "personKey" is null then 'UNIDENTIFIED' else 'KNOWN' end, case when revoked then "knownOn" end, "otherDiedOn", revision`

/** Whatever comes first, the row is in the end the same: who and when is said by the highest revision that said it. */
const KEEP = `on conflict (id) do update set
    person_key = case when excluded.person_key is not null and (excluded.day_revision >= d.day_revision or d.person_key is null) then excluded.person_key else d.person_key end,
    name = case when excluded.name <> '' and (excluded.day_revision >= d.day_revision or d.name = '') then excluded.name else d.name end,
    birth_date = coalesce(case when excluded.day_revision >= d.day_revision then excluded.birth_date end, d.birth_date, excluded.birth_date),
    died_on = case when excluded.day_revision > d.day_revision then excluded.died_on else d.died_on end,
    source = case when excluded.day_revision > d.day_revision then excluded.source else d.source end,
    day_revision = greatest(d.day_revision, excluded.day_revision),
    known_on = least(d.known_on, excluded.known_on),
    state = case when (case when excluded.revision > d.revision then excluded.state else d.state end) = 'REVOKED' then 'REVOKED'
                 when coalesce(excluded.person_key, d.person_key) is null then 'UNIDENTIFIED' else 'KNOWN' end,
    revoked_on = case when excluded.revision > d.revision then excluded.revoked_on else d.revoked_on end,
    other_died_on = case when excluded.revision > d.revision then excluded.other_died_on else d.other_died_on end,
    revision = greatest(d.revision, excluded.revision)`

/**
 * Takes the deaths that concern no household in pay, all in one statement, and answers the events that concern one. A death of nobody's
 * payee is kept, so that whoever comes into pay is compared with it.
 */
export const STORE_UNCONCERNED = `
with told as (select *, count(*) over (partition by "deathId") > 1 as again from ${TOLD}),
judged as (
  select told.*, again
      or exists (select from benefit_member m where m.person_key = told."personKey")
      or exists (select from known_death k where k.id = told."deathId" and (exists (select from benefit_member m where m.person_key = k.person_key)
           or exists (select from death_effect x where x.death_id = k.id) or exists (select from death_task t where t.death_id = k.id)))
      or told."personKey" is null and not told.revoked and (not told.listed or exists (select from benefit_member m where m.name = told.name)) as concerns
  from told),
stored as (
  insert into known_death as d ${COLUMNS}
  select ${VALUES} from judged where not concerns
  ${KEEP})
select "eventId"::text as "eventId" from judged where concerns`

/** Takes one death, whomever it concerns. */
export const STORE_DEATH = `insert into known_death as d ${COLUMNS} select ${VALUES} from ${TOLD} ${KEEP}`
