import type { Assessment } from '@xishan/social-assistance-contract'

/** What the rules propose, as the page says it at a glance. */
export interface Proposal {
  result: 'pass' | 'fail' | 'unknown'
  words: string
  /** What the amount is; an expected one is not yet to be promised. */
  amountTitle: string
  amountFen: number | null
  note: string
}

const countOf = ({ trace }: Assessment, result: 'fail' | 'unknown'): number => trace.steps.filter((step) => step.result === result).length

/** The amount stands only once everything passed; until then there is an expected one at most. */
export function proposalOf(assessment: Assessment): Proposal {
  if (assessment.result === 'pass')
    return { result: 'pass', words: '符合条件', amountTitle: '月保障金额', amountFen: assessment.amountFen, note: '按现有证据测算，以审核确认为准。' }
  if (assessment.result === 'fail')
    return { result: 'fail', words: '不符合条件', amountTitle: '', amountFen: null, note: `有 ${countOf(assessment, 'fail')} 项不符合规定，见下列各项。` }
  return {
    result: 'unknown',
    words: '尚未查明',
    amountTitle: '预计月保障金额',
    amountFen: assessment.expectedFen,
    note: `还有 ${countOf(assessment, 'unknown')} 项尚未查明，${assessment.expectedFen === null ? '查明后才能测算金额。' : '查明后金额可能变化。'}`,
  }
}
