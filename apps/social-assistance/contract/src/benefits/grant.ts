import { addMonths, monthAfter } from '@xishan/domain'
import type { Assessment } from '../rules/assessment'

/** What a confirmation gives a household. `toMonth` is null: until stopped or changed. */
export interface Grant {
  fromMonth: string
  toMonth: null
  amountFen: number
  category: NonNullable<Assessment['category']>
  covered: { memberId: string; supplementFen: number; supplementGround: Assessment['perMember'][number]['supplementGround'] }[]
  /** When circumstances are looked at again. */
  recheckOn: string
  reason: string
  trace: Assessment['trace']
}

/**
 * Paid from the month after the decision (57号 §21).
 * @throws RangeError when the assessment does not pass: nothing is granted against the rules
 */
export function grantFrom(assessment: Assessment, decidedOn: string): Grant {
  const { result, category, recheckMonths } = assessment
  if (result !== 'pass' || category === null || recheckMonths === null) throw new RangeError('an assessment that does not pass grants nothing')
  return {
    fromMonth: monthAfter(decidedOn),
    toMonth: null,
    amountFen: assessment.amountFen,
    category,
    covered: assessment.perMember.filter(({ covered }) => covered).map(({ memberId, supplementFen, supplementGround }) => ({ memberId, supplementFen, supplementGround })),
    recheckOn: addMonths(decidedOn, recheckMonths),
    reason: '新申请审核确认',
    trace: assessment.trace,
  }
}
