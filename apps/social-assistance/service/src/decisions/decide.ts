import { DomainProblem, type Actor, type ParameterBook } from '@xishan/domain'
import { newId } from '@xishan/service-kit'
import { PARAMETER, remedyText, type Assessment, type Finances, type MemberFacts, type RefusalGround, type Residence } from '@xishan/social-assistance-contract'
import { Decision } from './decision.entity'

/** Who decides, and when. */
export interface Deciding {
  actor: Pick<Actor, 'id' | 'name'>
  businessDate: string
}

export interface DecidedCase {
  id: string
  divisionCode: string
  residence: Residence | null
}

/** What a decision stands on. */
export interface Grounds {
  members: MemberFacts[]
  finances: Finances | null
  assessment: Assessment | null
}

const begin = ({ id, divisionCode }: DecidedCase, { actor, businessDate }: Deciding, opinion: string): Decision =>
  Object.assign(new Decision(), { id: newId(), applicationId: id, divisionCode, decidedOn: businessDate, decidedById: actor.id, decidedBy: actor.name, opinion })

const factsOf = ({ residence }: DecidedCase, { members, finances }: Grounds): Decision['facts'] =>
  residence !== null && finances !== null && members.length > 0 ? { residence, members, finances } : null

/**
 * A household is found entitled; what it is paid stands in the grant.
 * @throws DomainProblem `not-eligible` when the rules do not pass
 */
export function confirmation(of: DecidedCase, grounds: Grounds, grant: { amountFen: number; category: Decision['category']; fromMonth: string }, opinion: string, deciding: Deciding): Decision {
  if (grounds.assessment?.result !== 'pass') throw new DomainProblem('not-eligible')
  return Object.assign(begin(of, deciding, opinion), {
    outcome: 'CONFIRMED',
    amountFen: grant.amountFen,
    category: grant.category,
    fromMonth: grant.fromMonth,
    facts: factsOf(of, grounds),
    assessment: grounds.assessment,
  })
}

/** A decision against the citizen, with the remedies in the periods of the day. */
export function adverseDecision(
  of: DecidedCase,
  { outcome, opinion, ground }: { outcome: Exclude<Decision['outcome'], 'CONFIRMED'>; opinion: string; ground: RefusalGround | null },
  deciding: Deciding,
  book: ParameterBook,
  grounds?: Grounds,
): Decision {
  return Object.assign(begin(of, deciding, opinion), {
    outcome,
    ground,
    remedy: remedyText(book.number(PARAMETER.reviewDays), book.number(PARAMETER.lawsuitMonths)),
    facts: grounds ? factsOf(of, grounds) : null,
    assessment: grounds?.assessment ?? null,
  })
}
