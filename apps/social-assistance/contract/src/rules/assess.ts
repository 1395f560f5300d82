import { overall, type ParameterBook, type TraceStep } from '@xishan/domain'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { monthlyAmount } from './amount'
import type { Assessment, MemberAssessment } from './assessment'
import { householdCategory } from './category'
import { familyIsMarginal, incomeBelowStandard, ownIncomeBelowStandard } from './eligibility'
import { allExamined, checkConcluded } from './evidence'
import { lookBack } from './look-back'
import { memberIncome, type MemberIncome } from './member-income'
import { membership, type Membership } from './membership'
import { perCapita } from './per-capita'
import { propertyLimits } from './property'
import { singleGround } from './single-entry'
import { step } from './steps'
import type { AssessedHousehold, AssessmentEvidence } from './subject'
import { supplement, type Supplement } from './supplements'

/**
 * Whether a household is entitled to the subsistence allowance, to how much, and why: the one function behind the amount shown while
 * a form is filled, the opinion and the decision. Rules propose; a person decides.
 * @throws RangeError when the parameter table does not cover the book's date
 */
export function assess(household: AssessedHousehold, evidence: AssessmentEvidence, book: ParameterBook): Assessment {
  const standardFen = book.number(PARAMETER.standard[household.residence])
  const members = membership(household.members, book)
  const entrant = household.entry === 'SINGLE' ? household.members.find(({ id }) => id === household.singleMemberId) : undefined
  const family = members.outcome.filter(({ counted }) => counted === true).map(({ member }) => member)
  const examine = incomesOf(evidence, standardFen, book)

  const judged = household.entry === 'SINGLE' ? judgeSingle(entrant, family, household, evidence, examine, book) : judgeFamily(family, household, evidence, examine, book)
  const covered = household.entry === 'SINGLE' ? (entrant ? [entrant] : []) : family
  const category = householdCategory(covered, book)
  const supplements = covered.map((member) => supplement(member, standardFen, book))
  const paid = perCapita(judged.incomes.filter(({ memberId }) => covered.some(({ id }) => id === memberId)), judged.months)
  const supplementsFen = supplements.reduce((sum, { outcome }) => sum + outcome.amountFen, 0)
  const amount = monthlyAmount({ income: paid.outcome, standardFen, category: category.outcome, supplementsFen }, book)

  const conditions = [...(judged.familyDecides ? members.steps : []), ...judged.steps, checkConcluded(evidence.meansCheck), ...category.steps]
  const result = overall(conditions)
  const payable = result === 'fail' || covered.length === 0 ? [] : [...supplements.flatMap(({ steps }) => steps), ...amount.steps]
  const proposed = payable.length > 0 ? amount.outcome : null

  return {
    result,
    entry: household.entry,
    category: category.outcome,
    amountFen: result === 'pass' ? (proposed ?? 0) : 0,
    expectedFen: proposed,
    standardFen,
    perCapitaFen: judged.perCapitaFen,
    countedMembers: family.length,
    coveredMembers: covered.length,
    recheckMonths: category.outcome && book.number(PARAMETER.recheck[category.outcome]),
    perMember: members.outcome.map((standing) => memberAssessment(standing, covered, judged.incomes, supplements.map(({ outcome }) => outcome))),
    trace: { decidedOn: book.on, result, steps: [...conditions, ...payable] },
  }
}

interface Judgement {
  /** Whether it matters who belongs to the family; not where one person enters without regard to it. */
  familyDecides: boolean
  steps: TraceStep[]
  incomes: MemberIncome[]
  months: number
  perCapitaFen: number | null
}
type Examine = (people: readonly MemberFacts[]) => Judgement

/** Look-back and incomes of the people whose means decide. */
function incomesOf(evidence: AssessmentEvidence, standardFen: number, book: ParameterBook): Examine {
  return (people) => {
    const period = lookBack(evidence.finances, book)
    const incomes = people.map((member) => memberIncome(member, evidence.finances, { standardFen, period: period.outcome, book }))
    return {
      familyDecides: true,
      steps: [allExamined(people, evidence.finances), ...period.steps, ...incomes.flatMap(({ steps }) => steps)],
      incomes: incomes.map(({ outcome }) => outcome),
      months: period.outcome.months,
      perCapitaFen: null,
    }
  }
}

function judgeFamily(family: readonly MemberFacts[], { residence }: AssessedHousehold, { finances }: AssessmentEvidence, examine: Examine, book: ParameterBook): Judgement {
  if (family.length === 0) return { familyDecides: true, steps: [step('member.counted', 'unknown')], incomes: [], months: 1, perCapitaFen: null }
  const means = examine(family)
  const group = perCapita(means.incomes, means.months)
  const limits = propertyLimits(family.map(({ id }) => id), finances, book.number(PARAMETER.standard[residence]), book)
  return { ...means, steps: [...means.steps, ...group.steps, incomeBelowStandard(group.outcome, residence, book), ...limits], perCapitaFen: group.outcome.perCapitaFen }
}

/** One person alone: the family is looked at only where it must be a marginal one, then the person's own income. */
function judgeSingle(
  entrant: MemberFacts | undefined,
  family: readonly MemberFacts[],
  { residence }: AssessedHousehold,
  { finances }: AssessmentEvidence,
  examine: Examine,
  book: ParameterBook,
): Judgement {
  if (!entrant) return { familyDecides: true, steps: [step('single.ground', 'unknown')], incomes: [], months: 1, perCapitaFen: null }
  const ground = singleGround(entrant, book)
  const familyDecides = ground.outcome?.needsMarginalFamily ?? false
  const decides = familyDecides ? [...family.filter(({ id }) => id !== entrant.id), entrant] : [entrant]
  const means = examine(decides)
  const group = perCapita(means.incomes, means.months)
  const own = perCapita(means.incomes.filter(({ memberId }) => memberId === entrant.id), means.months)
  const limits = propertyLimits(decides.map(({ id }) => id), finances, book.number(PARAMETER.standard[residence]), book)
  const marginal = familyDecides ? [...group.steps, familyIsMarginal(group.outcome, residence, book)] : []
  return {
    ...means,
    familyDecides,
    steps: [...ground.steps, ...means.steps, ...marginal, ...own.steps, ownIncomeBelowStandard(own.outcome, residence, book), ...limits],
    perCapitaFen: own.outcome.perCapitaFen,
  }
}

function memberAssessment({ member, counted, because }: Membership, covered: readonly MemberFacts[], incomes: readonly MemberIncome[], supplements: readonly Supplement[]): MemberAssessment {
  const extra = supplements.find(({ memberId }) => memberId === member.id)
  return {
    memberId: member.id,
    counted,
    countedBecause: because,
    covered: covered.some(({ id }) => id === member.id),
    incomeFen: incomes.find(({ memberId }) => memberId === member.id)?.monthlyFen ?? 0,
    supplementFen: extra?.amountFen ?? 0,
    supplementGround: extra?.ground ?? null,
  }
}
