import { addToMonth, firstDayOf, monthsBetween } from '@xishan/domain'
import { assess, type Assessment, type Finances } from '@xishan/social-assistance-contract'
import { Benefit, BenefitAmount, BenefitMember, type HouseholdMember } from '@xishan/social-assistance-service'
import { rowOf } from './archive'
import type { CaseHistory } from './case-history'
import { bookOn } from './demonstration-parameters'
import type { Walk } from './walk'

const FIRST_MONTH = '2016-01'
const LAST_MONTH = '2021-04'
/** When the standard was raised (parameter table). */
const RAISED = '2020-01'
const REASON = '纸质档案补录（2021年7月全面复核前）'

/** What the rules give for a month; kinds of income that were not told apart before 2021 are left out. */
function amountIn(history: CaseHistory, members: readonly HouseholdMember[], finances: Finances, month: string): Assessment {
  const on = firstDayOf(month)
  const incomes = finances.incomes.filter(({ kind }) => kind !== 'CENTRAL_BASIC_PENSION')
  return assess({ residence: history.household?.residence ?? 'URBAN', entry: 'HOUSEHOLD', singleMemberId: null, members: members.map(({ facts }) => facts) }, { finances: { ...finances, incomes }, meansCheck: history.check }, bookOn(on))
}

/**
 * Most households that were confirmed when everybody was looked into anew had been in pay for years, on paper: that benefit is
 * recorded without a case, by its months, and ends where the new one begins.
 */
export function recordEarlier(history: CaseHistory, walk: Walk): void {
  const { benefit: present, household, office, draw } = history
  if (!present || !household || history.application.entry === 'SINGLE') return
  const fromMonth = addToMonth(FIRST_MONTH, draw.int(0, monthsBetween(FIRST_MONTH, LAST_MONTH)))
  const members = history.members.filter(({ birthDate }) => birthDate < firstDayOf(fromMonth))
  const spans = fromMonth < RAISED ? [fromMonth, RAISED] : [fromMonth]
  const amounts = spans.map((month) => ({ month, ...amountIn(history, members, walk.finances(addToMonth(month, -1)), month) }))
  const [first] = amounts
  const last = amounts.at(-1)
  if (!first || !last || amounts.some(({ result }) => result !== 'pass') || first.category === null) return
  const toMonth = addToMonth(present.fromMonth, -1)
  const act = history.act(walk.clerk(), walk.on)
  const { divisionCode, householdId, applicantName, documentMasked, residence } = present
  const benefit = Object.assign(new Benefit(), {
    id: office.archive.id(act.at), number: office.archive.number('SAB', firstDayOf(fromMonth)), householdId, applicationId: null, divisionCode, applicantName, documentMasked, residence,
    memberCount: members.length, category: first.category, state: 'STOPPED', fromMonth, toMonth, amountFen: last.amountFen, recheckOn: null, reason: REASON,
  })
  office.archive.save(benefit, 'benefit', 'backRecord', act)
  office.archive.add('benefit', rowOf(benefit))
  office.archive.add('benefit_member', ...members.map((member) => rowOf(paidThen(benefit, member, last))))
  const lines = amounts.map(({ month, amountFen }, at) => {
    const next = amounts[at + 1]?.month
    return { benefitId: benefit.id, fromMonth: month, sequence: at + 1, toMonth: next ? addToMonth(next, -1) : toMonth, divisionCode, amountFen, memberCount: members.length, reason: at === 0 ? REASON : '保障标准调整', decisionId: null }
  })
  office.archive.add('benefit_amount', ...lines.map((line) => rowOf(Object.assign(new BenefitAmount(), line))))
}

function paidThen({ id: benefitId, fromMonth, toMonth }: Benefit, { id: memberId, divisionCode, name, relation, documentLookup, personKey }: HouseholdMember, { perMember }: Assessment): BenefitMember {
  const extra = perMember.find((member) => member.memberId === memberId)
  return Object.assign(new BenefitMember(), {
    benefitId, memberId, divisionCode, name, relation, documentLookup, personKey, supplementFen: extra?.supplementFen ?? 0, supplementGround: extra?.supplementGround ?? null, fromMonth, toMonth,
  })
}
