import { LINE_ROUTES, type EventEnvelope, type EventPayload } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { COMMUNITY, type Office } from './office'

export interface HouseholdInPay {
  benefitId: string
  /** Person keys by name. */
  keys: Record<string, string>
}

interface Given {
  /** The head first. */
  people: readonly string[]
  /** In whose name the account is; the head's where nothing is said, none with null. */
  account?: string | null
  amountFen?: number
  state?: 'NORMAL' | 'STOPPED' | 'GRADUAL_EXIT'
  toMonth?: string
  birthDate?: string
}

/** A household in pay since January, without the case behind it; written past the triggers. */
export async function aHouseholdInPay({ sql }: Pick<Office, 'sql'>, { people, account, amountFen = 63_000, state = 'NORMAL', toMonth, birthDate = '1950-03-05' }: Given): Promise<HouseholdInPay> {
  const [benefitId, householdId] = [crypto.randomUUID(), crypto.randomUUID()]
  const head = people[0] ?? ''
  const members = people.map((name, position) => ({ id: crypto.randomUUID(), name, relation: position === 0 ? '0' : '1', key: `key-${crypto.randomUUID()}`, position }))
  const holder = account === undefined ? head : account
  await sql(`set session_replication_role = replica`)
  await sql(
    `insert into household (id, version, division_code, audit_head, audit_seq, number, applicant_name, document_masked, member_count, hukou_division_code, residence, address, phone_sealed, phone_masked,
                            bank, account_number_sealed, account_last_four, account_holder, separately_registered)
     values ($1::uuid, 1, $2, 'x', 1, 'H-' || $1::uuid, $3, '', $4, '530112001', 'URBAN', '', 'x', '', '云南农信', 'sealed', '5678', $5, false)`,
    [householdId, COMMUNITY, head, people.length, holder],
  )
  await sql(
    `insert into benefit (id, version, division_code, audit_head, audit_seq, number, household_id, applicant_name, document_masked, residence, member_count, category, state, from_month, to_month, amount_fen, reason)
     values ($1::uuid, 1, $2, 'x', 1, 'B-' || $1::uuid, $3, $4, '', 'URBAN', $5, 'A', $6, '2025-01', $7, $8, '')`,
    [benefitId, COMMUNITY, householdId, head, people.length, state, toMonth ?? null, amountFen],
  )
  await sql(`insert into benefit_amount (benefit_id, from_month, division_code, amount_fen, member_count, reason) values ($1, '2025-01', $2, $3, $4, '')`, [benefitId, COMMUNITY, amountFen, people.length])
  for (const { id, name, relation, key, position } of members) {
    await sql(
      `insert into household_member (household_id, id, division_code, position, name, relation, birth_date, document_type, document_number_sealed, document_masked, document_lookup, person_key, facts, counted, counted_because)
       values ($1, $2, $3, $4, $5, $6, $7, '1', 'x', '', $8, $8, '{}', true, '')`,
      [householdId, id, COMMUNITY, position, name, relation, birthDate, key],
    )
    await sql(
      `insert into benefit_member (benefit_id, member_id, division_code, name, relation, document_lookup, person_key, supplement_fen, from_month, to_month) values ($1, $2, $3, $4, $5, $6, $6, 0, '2025-01', $7)`,
      [benefitId, id, COMMUNITY, name, relation, key, state === 'STOPPED' ? toMonth : null],
    )
  }
  await sql(`set session_replication_role = default`)
  return { benefitId, keys: Object.fromEntries(members.map(({ name, key }) => [name, key])) }
}

type DeathEvent = 'person.died' | 'person.death-revoked' | 'person.died-unidentified' | 'person.death-disputed' | 'death-list.received'

export const anEvent = <T extends DeathEvent>(type: T, payload: EventPayload<T>, personKey?: string): EventEnvelope => ({
  eventId: crypto.randomUUID(), type, occurredOn: '2025-09-30', knownOn: '2025-09-30', source: 'funeral-management', divisionCode: '530112', payload, schemaVersion: 1, ...(personKey ? { personKey } : {}),
})

export const died = (personKey: string, diedOn: string, { deathId = crypto.randomUUID(), revision = 1 }: { deathId?: string; revision?: number } = {}): EventEnvelope =>
  anEvent('person.died', { deathId, revision, diedOn, source: 'REGISTRATION' }, personKey)

/** As the events arrive from the other line. */
export async function hear(office: Office, ...events: EventEnvelope[]): Promise<void> {
  const { status, body } = await office.call(someone('SERVICE'), LINE_ROUTES.receiveEvents, { body: events })
  if (status !== 200 || body.length < events.length || body.some(({ outcome }) => outcome !== 'TAKEN')) throw new Error(JSON.stringify(body))
}

export interface Standing {
  state: string
  holds: string[]
  lines: string[]
  claims: Record<string, number>
  arrears: Record<string, number>
  stops: string[]
  tasks: string[]
}

/** How a benefit stands: what is held, claimed, owed, asked of people. */
export async function standingOf({ sql }: Pick<Office, 'sql'>, benefitId: string): Promise<Standing> {
  const [row] = await sql<Standing>(
    `select b.state,
       array(select h.from_month from benefit_hold h where h.benefit_id = b.id and h.lifted_on is null and h.ground = 'DEATH' order by 1) as holds,
       array(select l.month || ' ' || l.kind || ' ' || l.state from disbursement_line l where l.benefit_id = b.id and l.state <> 'PAID' order by 1) as lines,
       (select coalesce(jsonb_object_agg(month, fen), '{}') from (
          select e.month, sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end) as fen from recovery r join recovery_entry e on e.recovery_id = r.id and e.kind in ('DUE', 'REVERSED')
          where r.benefit_id = b.id group by e.month having sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end) <> 0) x) as claims,
       (select coalesce(jsonb_object_agg(p.month, p.amount_fen), '{}') from payable p where p.benefit_id = b.id and p.cancelled_on is null and p.cause_kind = 'HOLD_LIFTED') as arrears,
       array(select c.state from benefit_change c where c.benefit_id = b.id and c.kind = 'STOP' and c.state <> 'WITHDRAWN' order by 1) as stops,
       array(select t.kind || ' ' || t.state from death_task t where t.benefit_id = b.id and t.state <> 'WITHDRAWN' order by 1) as tasks
     from benefit b where b.id = $1`,
    [benefitId],
  )
  if (!row) throw new RangeError('no such benefit')
  return row
}
