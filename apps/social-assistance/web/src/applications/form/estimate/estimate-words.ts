import type { DecisionTrace, TraceResult, TraceStep } from '@xishan/domain'
import { findRuleText, spokenValue, type Assessment } from '@xishan/social-assistance-contract'

export const RESULT_WORDS: Readonly<Record<TraceResult, string>> = { pass: '按规则符合条件', fail: '按规则不符合条件', unknown: '尚有事项未查明', info: '' }

/** The amount and what may be called it: certain, or only if what is unknown turns out well. */
export function amountShown({ result, amountFen, expectedFen }: Pick<Assessment, 'result' | 'amountFen' | 'expectedFen'>): { title: string; fen: number } | null {
  if (result === 'pass') return { title: '月保障金额', fen: amountFen }
  return expectedFen === null ? null : { title: '如查明属实，预计每月', fen: expectedFen }
}

export interface OpenQuestion {
  key: string
  words: string
  result: TraceResult
}

/** What the rule is and what came of it, without saying the same word twice. */
function inWords(step: TraceStep): string {
  const title = findRuleText(step.rule, step.version)?.title ?? step.rule
  if (!step.outcome) return title
  const { label } = step.outcome
  return `${title}：${title.includes(label) ? '' : label}${spokenValue(step.outcome)}`
}

/** Conditions that failed or are not yet known, failures first. */
export function openQuestions({ steps }: Pick<DecisionTrace, 'steps'>): OpenQuestion[] {
  const open = steps.map((step, at) => ({ key: `${at}:${step.rule}`, words: inWords(step), result: step.result }))
  return [...open.filter(({ result }) => result === 'fail'), ...open.filter(({ result }) => result === 'unknown')]
}
