import type { TraceStep } from '@xishan/domain'
import type { Finances } from '../finances/finances'
import type { MemberFacts } from '../households/member'
import { MEANS_CHECK_RESULT } from './means-check-result'
import { inWords, onDate, step } from './steps'
import type { AssessmentEvidence } from './subject'

/** The means check has been concluded, and with what (57号 §17, §18). */
export function checkConcluded(meansCheck: AssessmentEvidence['meansCheck']): TraceStep {
  const { result, words } = MEANS_CHECK_RESULT[meansCheck?.state ?? 'NONE']
  return step('check.concluded', result, { inputs: [onDate('核对结论日期', meansCheck?.concludedOn ?? null)], outcome: inWords('核对', words) })
}

/** Each person whose means decide was looked into; an empty list by itself proves nothing. */
export function allExamined(people: readonly MemberFacts[], { examined }: Pick<Finances, 'examined'>): TraceStep {
  const dateOf = (id: string) => examined.find(({ memberId }) => memberId === id)?.on ?? null
  const missing = people.filter(({ id }) => dateOf(id) === null)
  return step('finances.examined', missing.length > 0 ? 'unknown' : 'pass', {
    inputs: people.map(({ id, name }) => onDate(`${name}查明日期`, dateOf(id))),
    outcome: missing.length > 0 ? inWords('尚未查明', missing.map(({ name }) => name).join('、')) : inWords('查明情况', '已查明全部成员'),
  })
}
