import { label, type ParameterBook } from '@xishan/domain'
import { CATEGORY, type Category } from '../benefits/benefit'
import { LABOUR } from '../households/code-sets'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { isFullTimeStudent, isMinor } from './membership'
import { inWords, step, type Reasoned } from './steps'

/** A member's own category: how likely their circumstances change. Null while the capability to work is unknown. */
function categoryOf(member: MemberFacts, book: ParameterBook): Category | null {
  if (isMinor(member, book) || isFullTimeStudent(member)) return 'A'
  if (member.employment === 'UNSTABLE') return 'C'
  if (member.labour === null) return null
  return ({ FULL: 'C', PARTIAL: 'B', NONE: 'A' } as const)[member.labour]
}

/** The household's category: that of the member whose circumstances change most. */
export function householdCategory(covered: readonly MemberFacts[], book: ParameterBook): Reasoned<Category | null> {
  const categories = covered.map((member) => categoryOf(member, book))
  const known = categories.includes(null) ? null : (['C', 'B', 'A'] as const).find((category) => categories.includes(category)) ?? null
  return {
    outcome: known,
    steps: [
      step('category.household', known ? 'info' : 'unknown', {
        inputs: covered.map((member) => inWords(`${member.name}劳动能力`, member.labour ? label(LABOUR, member.labour) : '未查明')),
        parameters: known ? book.used(PARAMETER.recheck[known]) : [],
        outcome: inWords('保障类别', known ? label(CATEGORY, known) : '尚不能确定'),
      }),
    ],
  }
}
