import { addToMonth, monthOf, monthRange, type BenefitMonth } from '@xishan/domain'
import type { Ask, ParameterBooks, Work } from '@xishan/service-kit'
import { deathBehind, type BenefitWithDeaths, type ChangeFacts } from '@xishan/social-assistance-contract'
import { assessFacts, factsNow } from '../benefit-changes/household-now'
import { monthsOf } from '../benefit-changes/months'
import type { Benefit } from '../benefits/benefit.entity'
import { amountIn } from '../disbursements/settled-months'

/** What was paid of a benefit without right after a death, month by month. */
export interface PaidWithoutRight {
  deathId: string
  months: Record<BenefitMonth, number>
  /** Months whose right amount the rules cannot say with what is known, with what was paid for them. */
  unknown: Record<BenefitMonth, number>
}

interface PaidMonth {
  month: BenefitMonth
  /** All of it, and without what was paid once to the household as it was. */
  allFen: number
  regularFen: number
  claimedFen: number
}

/**
 * A dead person's share of what was paid for the months after the death: all of it where nobody was left, else what the survivors would not
 * have got by the rules. What another recovery claims already counts once.
 */
export async function paidWithoutRight(work: Work, books: ParameterBooks, benefit: Benefit, household: BenefitWithDeaths): Promise<PaidWithoutRight[]> {
  const ask: Ask = (sql, parameters) => work.query(sql, parameters)
  const first = household.people.flatMap(({ death }) => (death ? [addToMonth(monthOf(death.diedOn), 1)] : [])).sort()[0]
  if (first === undefined) return []
  const facts = await factsNow(ask, benefit.id, work.businessDate)
  const found = new Map<string, PaidWithoutRight>()
  for (const paid of await paidMonths(ask, benefit, first, work.businessDate)) {
    const behind = deathBehind(household, paid.month)
    if (!behind) continue
    const share = found.get(behind.deathId) ?? { deathId: behind.deathId, months: {}, unknown: {} }
    found.set(behind.deathId, share)
    const rightFen = behind.survivors.length === 0 ? 0 : survivorsFen(facts, behind.dead, await books.on(`${paid.month}-01`, ask))
    const fen = paidFen(paid, behind.survivors)
    if (rightFen !== null && fen > rightFen) share.months[paid.month] = fen - rightFen
    if (rightFen === null && fen > 0) share.unknown[paid.month] = fen
  }
  return [...found.values()]
}

const paidFen = ({ allFen, regularFen, claimedFen }: PaidMonth, survivors: readonly string[]): number => (survivors.length === 0 ? allFen : regularFen) - claimedFen

/** What the rules give those who are left; null when they cannot say. */
function survivorsFen(facts: ChangeFacts, dead: readonly string[], book: Parameters<typeof assessFacts>[1]): number | null {
  const lives = ({ memberId }: { memberId: string }): boolean => !dead.includes(memberId)
  const { examined, incomes, deductions, properties, lookBackTo } = facts.finances
  if (facts.members.length === 0 || examined.length === 0) return null
  const assessment = assessFacts(
    {
      ...facts,
      members: facts.members.filter(({ id }) => !dead.includes(id)),
      finances: { lookBackTo, examined: examined.filter(lives), incomes: incomes.filter(lives), deductions: deductions.filter(lives), properties: properties.filter(lives) },
    },
    book,
  )
  return assessment.result === 'pass' ? assessment.amountFen : null
}

/** Months from the first on that were paid: by the bank, or on paper before the system paid. */
async function paidMonths(ask: Ask, benefit: Benefit, first: BenefitMonth, today: string): Promise<PaidMonth[]> {
  const { begun, open } = await monthsOf(ask, today)
  const last = [addToMonth(open, -1), monthOf(today)].sort()[1] ?? open
  if (first > last) return []
  return ask<PaidMonth>(
    `select m.month, (p.paper_fen + p.regular_fen + p.once_fen)::float8 as "allFen", (p.paper_fen + p.regular_fen)::float8 as "regularFen", p.claimed_fen::float8 as "claimedFen"
     from benefit b cross join unnest($2::text[]) m(month)
       cross join lateral (select
         coalesce((select sum(l.amount_fen) from disbursement_line l where l.benefit_id = b.id and l.month = m.month and l.kind <> 'ONE_OFF' and l.state in ('PAID', 'REISSUED')), 0) as regular_fen,
         coalesce((select sum(l.amount_fen) from disbursement_line l where l.benefit_id = b.id and l.month = m.month and l.kind = 'ONE_OFF' and l.state in ('PAID', 'REISSUED')), 0) as once_fen,
         coalesce(case when m.month < $3 and b.from_month <= m.month and (b.to_month is null or b.to_month >= m.month) then (select a.amount_fen from ${amountIn('m.month')} a) end, 0) as paper_fen,
         coalesce((select sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end) from recovery r join recovery_entry e on e.recovery_id = r.id and e.kind in ('DUE', 'REVERSED')
                   where r.benefit_id = b.id and r.cause_kind <> 'DEATH' and e.month = m.month), 0) as claimed_fen) p
     where b.id = $1 and p.paper_fen + p.regular_fen + p.once_fen > 0 order by m.month`,
    [benefit.id, monthRange(first, last), begun],
  )
}
