import type { TraceStep } from '@xishan/domain'
import { findRuleText, spokenValue, type Assessment } from '@xishan/social-assistance-contract'

/** A condition that failed or is not known yet, with what was looked at. */
export interface OpenItem {
  result: 'fail' | 'unknown'
  title: string
  seen: string
}

/** What came of the step, then what it looked at; what is not known says nothing beside an outcome. */
function seenIn({ inputs, outcome }: TraceStep): string {
  const seen = inputs.filter(({ value }) => value !== null || !outcome).map((input) => `${input.label}${spokenValue(input)}`)
  const came = outcome ? [outcome.unit === 'text' ? spokenValue(outcome) : `${outcome.label}${spokenValue(outcome)}`] : []
  return [...came, ...seen].join('，')
}

export function openItems({ trace }: Pick<Assessment, 'trace'>): OpenItem[] {
  return trace.steps.flatMap((step) => {
    if (step.result !== 'fail' && step.result !== 'unknown') return []
    return [{ result: step.result, title: findRuleText(step.rule, step.version)?.title ?? step.rule, seen: seenIn(step) }]
  })
}
