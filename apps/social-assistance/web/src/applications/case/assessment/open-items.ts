import type { TraceStep } from '@xishan/domain'
import { findRuleText, spokenValue, type Assessment } from '@xishan/social-assistance-contract'

/** A condition that failed or is not known yet, with what was looked at. */
export interface OpenItem {
  result: 'fail' | 'unknown'
  title: string
  seen: string
}

const seenIn = ({ inputs }: TraceStep): string => inputs.map((input) => `${input.label}${spokenValue(input)}`).join('，')

export function openItems({ trace }: Pick<Assessment, 'trace'>): OpenItem[] {
  return trace.steps.flatMap((step) => {
    if (step.result !== 'fail' && step.result !== 'unknown') return []
    return [{ result: step.result, title: findRuleText(step.rule, step.version)?.title ?? step.rule, seen: seenIn(step) }]
  })
}
