import { addToMonth, monthOf, type DecisionTrace } from '@xishan/domain'
import type { Ask } from '@xishan/service-kit'
import { assess, differenceOf, type AmountDifference, type Assessment, type ChangeFacts, type CheckFacts, type Entry, type Finances, type MemberFacts, type PaidBefore, type Residence } from '@xishan/social-assistance-contract'
import type { ParameterBook } from '@xishan/domain'
import { amountIn } from '../disbursements/settled-months'

interface Known {
  residence: Residence
  members: MemberFacts[]
  changed: ChangeFacts | null
  finances: Finances | null
  entry: Entry | null
  singleMemberId: string | null
  check: CheckFacts | null
}

/**
 * A household in pay as it was last known: the members of its sheet, the finances of the last working out, else of the decision. One that
 * came by a roster has none: they are to be filled in.
 */
export async function factsNow(ask: Ask, benefitId: string, today: string): Promise<ChangeFacts> {
  const [known] = await ask<Known>(
    `select b.residence,
            (select coalesce(jsonb_agg(m.facts order by m.position), '[]') from household_member m where m.household_id = b.household_id) as members,
            (select c.facts from benefit_change c where c.benefit_id = b.id and c.facts is not null and c.state = 'CONFIRMED' order by c.decided_on desc, c.number desc limit 1) as changed,
            (select coalesce(r.facts, d.facts)->'finances' from benefit_amount a left join reassessment r on r.id = a.reassessment_id left join decision d on d.id = a.decision_id
             where a.benefit_id = b.id and coalesce(r.facts, d.facts) is not null order by a.sequence desc, a.from_month desc limit 1) as finances,
            p.entry, p.single_member_id as "singleMemberId",
            (select jsonb_build_object('state', k.state, 'concludedOn', k.concluded_on) from means_check k where k.application_id = b.application_id and k.state in ('PASSED', 'NOT_PASSED')) as check
     from benefit b left join application p on p.id = b.application_id where b.id = $1`,
    [benefitId],
  )
  if (!known) throw new RangeError(`no benefit ${benefitId} in sight`)
  const { residence, members, changed, entry, singleMemberId, check } = known
  const finances = known.finances ?? { lookBackTo: addToMonth(monthOf(today), -1), examined: [], incomes: [], deductions: [], properties: [] }
  return {
    residence,
    entry: changed?.entry ?? entry ?? 'HOUSEHOLD',
    singleMemberId: changed ? changed.singleMemberId : singleMemberId,
    members,
    meansCheck: changed?.meansCheck ?? check,
    finances,
  }
}

/** What is paid by the decision that came last, to whom, and why: what a change is compared with. */
export async function paidNow(ask: Ask, benefitId: string): Promise<PaidBefore> {
  const [paid] = await ask<{ amountFen: number; covered: PaidBefore['covered']; trace: DecisionTrace | null }>(
    `select m.amount_fen::float8 as "amountFen",
            (select coalesce(jsonb_agg(jsonb_build_object('memberId', p.member_id, 'name', p.name, 'supplementFen', p.supplement_fen) order by p.relation, p.member_id), '[]')
             from benefit_member p where p.benefit_id = b.id and p.to_month is null) as covered,
            coalesce((select r.assessment from reassessment r where r.id = m.reassessment_id), (select d.assessment from decision d where d.id = m.decision_id))->'trace' as trace
     from benefit b join ${amountIn(`'9999-12'`)} m on true where b.id = $1`,
    [benefitId],
  )
  if (!paid) throw new RangeError(`benefit ${benefitId} has no amount`)
  return paid
}

export const assessFacts = ({ residence, entry, singleMemberId, members, finances, meansCheck }: ChangeFacts, book: ParameterBook): Assessment =>
  assess({ residence, entry, singleMemberId, members }, { finances, meansCheck }, book)

export const differenceFrom = (before: PaidBefore, facts: ChangeFacts, assessment: Assessment): AmountDifference =>
  differenceOf(before, assessment, (id) => facts.members.find((member) => member.id === id)?.name ?? '')
