import { monthOf, type ParameterBook } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { openTask, withdrawTask } from './open-task'

export interface NamedDeath {
  id: string
  name: string
  birthDate: string | null
  diedOn: string
  divisionCode: string
  listed: boolean
  /** Nobody of the name is left who might be it. */
  rejected?: boolean
}

interface Candidate {
  memberId: string
  benefitId: string
  householdId: string
  divisionCode: string
  applicantName: string
  birthDate: string | null
  number: string
}

const STREET = 9

/**
 * A death of which only the name is known becomes a question to the street for each payee of that name; where there are too many of them, or
 * none, it is one question to the bureau. Rows of a list that match nobody are settled where the list came in.
 */
export async function matchNames(work: Work, book: ParameterBook, death: NamedDeath): Promise<void> {
  const most = book.number(PARAMETER.death.sameNames)
  const all = await candidates(work, death)
  const street = death.divisionCode.slice(0, STREET)
  const near = all.length > most && street.length === STREET ? all.filter(({ divisionCode }) => divisionCode.startsWith(street)) : all
  const told = `${death.name}${death.birthDate ? `（${death.birthDate} 出生）` : ''}于 ${death.diedOn} 死亡，没有可用的证件号码`
  if (near.length === 0 || near.length > most) {
    if (near.length === 0 && death.listed && !death.rejected) return
    const detail = near.length === 0 ? `${told}，本区在保人员中没有可以对上的同名人员。请向登记单位核清身份。` : `${told}，本区在保人员中同名的有 ${near.length} 人。请先向登记单位核清身份。`
    await openTask(work, book, { kind: 'NO_MATCH', deathId: death.id, divisionCode: death.divisionCode, applicantName: death.name, detail })
    return
  }
  for (const { memberId, benefitId, householdId, divisionCode, applicantName, birthDate, number } of near) {
    const detail = `${told}。${applicantName}户（${number}）有同名成员${birthDate ? `，${birthDate} 出生` : ''}，请核实是否为同一人。`
    await openTask(work, book, { kind: 'NAME_MATCH', deathId: death.id, benefitId, householdId, memberId, divisionCode, applicantName, detail })
  }
}

const candidates = (work: Work, { id, name, birthDate, diedOn }: NamedDeath): Promise<Candidate[]> =>
  work.query(
    `select m.member_id as "memberId", m.benefit_id as "benefitId", b.household_id as "householdId", b.division_code as "divisionCode", b.applicant_name as "applicantName", b.number,
            p.birth_date::text as "birthDate"
     from benefit_member m join benefit b on b.id = m.benefit_id left join household_member p on p.household_id = b.household_id and p.id = m.member_id
     where m.name = $1 and (m.to_month is null or m.to_month >= $3) and (b.to_month is null or b.to_month >= $3) and ($2::date is null or p.birth_date is null or p.birth_date = $2)
       and not exists (select from death_task t where t.death_id = $4 and t.kind = 'NAME_MATCH' and t.member_id = m.member_id and t.state = 'REJECTED')
       and not exists (select from known_death k where k.person_key = m.person_key and k.state = 'KNOWN')
     order by b.number`,
    [name, birthDate, monthOf(diedOn), id],
  )

/** Who it was is known now, or it was nobody: the questions are over. */
export async function endQuestions(work: Work, deathId: string, because: string): Promise<void> {
  const open = await work.query<{ id: string }>(`select id from death_task where death_id = $1 and kind in ('NAME_MATCH', 'NO_MATCH') and state in ('AT_STREET', 'AT_BUREAU') order by id`, [deathId])
  for (const { id } of open) await withdrawTask(work, id, because)
}
