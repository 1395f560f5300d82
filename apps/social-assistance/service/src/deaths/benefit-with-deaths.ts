import type { Work } from '@xishan/service-kit'
import type { BenefitWithDeaths, PersonPaidFor } from '@xishan/social-assistance-contract'
import type { Benefit } from '../benefits/benefit.entity'

interface Row extends Omit<PersonPaidFor, 'death'> {
  deathId: string | null
  diedOn: string | null
}

/**
 * Everybody a benefit pays or paid for, with what is known of their deaths. Whose account it was is remembered from when the death was
 * taken up: it stays held until a person says that the card was changed.
 */
export async function benefitWithDeaths(work: Work, { id, state, toMonth }: Benefit): Promise<BenefitWithDeaths> {
  const rows = await work.query<Row>(
    `select m.member_id as "memberId", m.name, m.from_month as "fromMonth", m.to_month as "toMonth", d.id as "deathId", d.died_on::text as "diedOn",
            (case when h.account_holder is null then m.relation = '0' else h.account_holder = m.name end
              or exists (select from death_effect x where x.death_id = d.id and x.benefit_id = b.id and x.kind = 'CARD_CHANGE' and x.reversed_on is null)) as "holdsAccount"
     from benefit b join benefit_member m on m.benefit_id = b.id join household h on h.id = b.household_id
       left join lateral (select k.id, k.died_on from known_death k where k.person_key = m.person_key and k.state = 'KNOWN' order by k.died_on, k.id limit 1) d on true
     where b.id = $1 order by m.relation, m.member_id`,
    [id],
  )
  return { stopped: state === 'STOPPED', toMonth, people: rows.map(({ deathId, diedOn, ...person }) => ({ ...person, death: deathId === null || diedOn === null ? null : { id: deathId, diedOn } })) }
}

/** What was done for the deaths of a benefit so far; `deaths` that are no longer known or are of somebody else are among them. */
export interface Effect {
  deathId: string
  kind: 'HOLD' | 'STOP' | 'RECHECK' | 'CARD_CHANGE' | 'RECOVERY'
  refs: string[]
  month: string | null
  /** Of a recovery; null where a person says how much. */
  months: Record<string, number | null>
  reversedOn: string | null
}

export const effectsSoFar = (work: Work, benefitId: string): Promise<Effect[]> =>
  work.query(
    `select death_id as "deathId", kind, refs::text[] as refs, month, months, reversed_on::text as "reversedOn" from death_effect where benefit_id = $1 order by death_id, kind`,
    [benefitId],
  )

export type NewEffect = Pick<Effect, 'deathId' | 'kind' | 'refs'> & Partial<Pick<Effect, 'month' | 'months'> & { heldFen: number; recoveryFen: number }>

/** Remembers what was done; done again after it was reversed it counts from today. */
export async function rememberEffect(work: Work, { id, divisionCode }: Benefit, { deathId, kind, refs, month = null, months = {}, heldFen = 0, recoveryFen = 0 }: NewEffect): Promise<void> {
  await work.query(
    `insert into death_effect (death_id, benefit_id, division_code, kind, refs, month, months, held_fen, recovery_fen, on_date) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (death_id, benefit_id, kind) do update set refs = excluded.refs, month = excluded.month, months = excluded.months, held_fen = excluded.held_fen,
       recovery_fen = excluded.recovery_fen, on_date = case when death_effect.reversed_on is null then death_effect.on_date else excluded.on_date end, reversed_on = null`,
    [deathId, id, divisionCode, kind, refs, month, JSON.stringify(months), heldFen, recoveryFen, work.businessDate],
  )
}

export async function reverseEffect(work: Work, { id }: Pick<Benefit, 'id'>, { deathId, kind }: Pick<Effect, 'deathId' | 'kind'>): Promise<void> {
  await work.query(`update death_effect set reversed_on = $4 where benefit_id = $1 and death_id = $2 and kind = $3`, [id, deathId, kind, work.businessDate])
}
