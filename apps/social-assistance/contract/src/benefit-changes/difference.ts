import type { DecisionTrace, TraceStep } from '@xishan/domain'
import { z } from 'zod'
import type { Assessment } from '../rules/assessment'
import { spokenStep } from '../rules/read-aloud'
import { findRuleText } from '../rules/rule-texts'

/** What a household is paid before a change. */
export interface PaidBefore {
  amountFen: number
  covered: readonly { memberId: string; name: string; supplementFen: number }[]
  trace: DecisionTrace | null
}

/** What a working out anew makes different from last month. */
export const AmountDifference = z.object({
  beforeFen: z.int(),
  afterFen: z.int(),
  /** Positive: more is paid. */
  changeFen: z.int(),
  joined: z.array(z.string()),
  left: z.array(z.string()),
  supplements: z.array(z.object({ name: z.string(), beforeFen: z.int(), afterFen: z.int() })),
  /** Conditions that read otherwise than before; without an earlier trace there are none. */
  conditions: z.array(z.object({ title: z.string(), before: z.array(z.string()), after: z.array(z.string()) })),
})
export type AmountDifference = z.infer<typeof AmountDifference>

/** The rules that the reader compares: what an input's title says of members goes by the sentences themselves. */
const byRule = (trace: DecisionTrace | null): Map<string, { title: string; words: string[] }> => {
  const rules = new Map<string, { title: string; words: string[] }>()
  for (const step of trace?.steps ?? []) {
    const known = rules.get(step.rule)
    const words = spokenStep(step)
    if (known) known.words.push(words)
    else rules.set(step.rule, { title: titleOf(step), words: [words] })
  }
  return rules
}

const titleOf = ({ rule, version }: TraceStep): string => findRuleText(rule, version)?.title ?? rule

function conditionsBetween(before: DecisionTrace | null, after: DecisionTrace): AmountDifference['conditions'] {
  if (before === null) return []
  const [then, now] = [byRule(before), byRule(after)]
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((rule) => {
    const [was, is] = [then.get(rule)?.words ?? [], now.get(rule)?.words ?? []]
    const gone = was.filter((words) => !is.includes(words))
    const come = is.filter((words) => !was.includes(words))
    return gone.length + come.length === 0 ? [] : [{ title: now.get(rule)?.title ?? then.get(rule)?.title ?? rule, before: gone, after: come }]
  })
}

/** @param nameOf of a member of the household as it is now */
export function differenceOf(before: PaidBefore, after: Assessment, nameOf: (memberId: string) => string): AmountDifference {
  const paid = after.perMember.filter(({ covered }) => covered)
  const earlier = new Map(before.covered.map((member) => [member.memberId, member]))
  const people = new Set([...earlier.keys(), ...paid.map(({ memberId }) => memberId)])
  const supplements = [...people].flatMap((id) => {
    const [beforeFen, afterFen] = [earlier.get(id)?.supplementFen ?? 0, paid.find(({ memberId }) => memberId === id)?.supplementFen ?? 0]
    return beforeFen === afterFen ? [] : [{ name: earlier.get(id)?.name ?? nameOf(id), beforeFen, afterFen }]
  })
  return {
    beforeFen: before.amountFen,
    afterFen: after.amountFen,
    changeFen: after.amountFen - before.amountFen,
    joined: paid.filter(({ memberId }) => !earlier.has(memberId)).map(({ memberId }) => nameOf(memberId)),
    left: before.covered.filter(({ memberId }) => !paid.some((member) => member.memberId === memberId)).map(({ name }) => name),
    supplements,
    conditions: conditionsBetween(before.trace, after.trace),
  }
}
