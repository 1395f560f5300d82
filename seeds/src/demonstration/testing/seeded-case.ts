import { ROLE_CODES, type Actor, type Role } from '@xishan/domain'
import type { Ciphers } from '@xishan/service-kit'
import type { Finances, MemberFacts } from '@xishan/social-assistance-contract'
import { z } from 'zod'
import type { SeededHouse } from './seeded-house'

/** One act of a seeded case as its audit has it, with what the step or the file of it kept. */
export interface SeededAct {
  action: string
  subject: 'application' | 'check' | 'attachment'
  actor: Actor
  on: string
  summary: Record<string, unknown>
  input: Record<string, unknown>
  opinion: string | null
}

/** What was typed in the course of a seeded case, opened again with the keys. */
export interface SeededCase {
  id: string
  number: string
  acts: SeededAct[]
  window: Record<string, unknown>
  sheet: Record<string, unknown>
  finances: Finances
  singleMemberId: string | null
  objections: { objector: string; answeredOn: string | null; answer: string }[]
}

const ACTS = `
  select e.action, case e.subject_type when 'application' then 'application' when 'means_check' then 'check' else 'attachment' end as subject,
         e.actor_id as "actorId", e.actor_name as "actorName", e.actor_roles as roles, e.division_code as "divisionCode", e.business_date::text as "on", e.summary,
         coalesce(s.input, '{}') as input, s.opinion
  from audit_entry e
  left join case_step s on s.case_id = e.subject_id and s.at = e.at and s.action = e.action
  where (e.subject_type = 'application' and e.subject_id = $1)
     or (e.subject_type = 'means_check' and e.subject_id = (select id from means_check where application_id = $1))
     or (e.subject_type = 'application-access' and e.summary->>'of' = $1::text)
  order by e.at, e.seq`

interface StoredAct extends Omit<SeededAct, 'actor'> {
  actorId: string
  actorName: string
  roles: string[]
  divisionCode: string
}

const Roles = z.array(z.enum(ROLE_CODES))

const scopeOf = (role: Role | undefined, division: string): string => {
  if (role === 'COMMUNITY') return division
  return role?.startsWith('ST_') ? division.slice(0, 9) : division.slice(0, 6)
}

function actOf({ actorId, actorName, roles, divisionCode, ...act }: StoredAct): SeededAct {
  const known = Roles.parse(roles)
  return { ...act, actor: { kind: 'user', id: actorId, name: actorName, roles: known, scope: scopeOf(known[0], divisionCode) } }
}

interface StoredCase {
  id: string
  number: string
  window: Record<string, unknown>
  documentType: string
  document: string
  phone: string
  hukou: string
  division: string
  residence: string
  address: string
  bank: string
  account: string
  holder: string
  finances: Finances
  singleMemberId: string | null
}

const CASE = `
  select a.id, a.number,
         jsonb_build_object('applicantName', a.applicant_name, 'divisionCode', a.division_code, 'hukouDivisionCode', a.hukou_division_code, 'residence', a.residence, 'address', a.address,
                            'memberCount', a.member_count, 'hardship', a.hardship, 'staffRelative', a.staff_relative, 'agent', null) as window,
         a.document_type as "documentType", a.document_number_sealed as document, a.phone_sealed as phone, h.hukou_division_code as hukou, h.division_code as division, h.residence, h.address,
         h.bank, h.account_number_sealed as account, h.account_holder as holder, f.finances, a.single_member_id as "singleMemberId"
  from application a join household h on h.id = a.household_id join application_finances f on f.application_id = a.id where a.number = $1`

/** Reads a case whole, sealed columns opened. */
export async function seededCase(house: SeededHouse, number: string): Promise<SeededCase> {
  const { ciphers } = house
  const [stored] = await house.sql<StoredCase>(CASE, [number])
  if (!stored) throw new RangeError(`no case ${number}`)
  const members = await house.sql<{ facts: MemberFacts; type: string; sealed: string }>(
    `select m.facts, m.document_type as type, m.document_number_sealed as sealed from household_member m join application a on a.household_id = m.household_id where a.id = $1 order by m.position`,
    [stored.id],
  )
  const objections = await house.sql<{ sealed: string | null; answeredOn: string | null; answer: string }>(
    `select objector_sealed as sealed, answered_on::text as "answeredOn", answer from objection where application_id = $1 order by received_on`,
    [stored.id],
  )
  const acts = await house.sql<StoredAct>(ACTS, [stored.id])
  return {
    id: stored.id,
    number: stored.number,
    acts: acts.map(actOf),
    window: { ...stored.window, document: { type: stored.documentType, number: ciphers.decrypt(stored.document) }, phone: ciphers.decrypt(stored.phone) },
    sheet: sheetOf(stored, members, ciphers),
    finances: stored.finances,
    singleMemberId: stored.singleMemberId,
    objections: objections.map(({ sealed, ...answered }) => ({ ...answered, objector: sealed === null ? '' : ciphers.decrypt(sealed) })),
  }
}

function sheetOf({ division, hukou, residence, address, bank, account, holder }: StoredCase, members: readonly { facts: MemberFacts; type: string; sealed: string }[], ciphers: Ciphers): Record<string, unknown> {
  return {
    divisionCode: division,
    hukouDivisionCode: hukou,
    residence,
    address,
    members: members.map(({ facts, type, sealed }) => ({ ...facts, document: { type, number: ciphers.decrypt(sealed) } })),
    account: { bank, number: ciphers.decrypt(account), holder },
  }
}
