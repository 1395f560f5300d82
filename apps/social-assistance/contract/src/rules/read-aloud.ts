import { dateInChinese, isRealDate, yuanInWords, type DecisionTrace, type TraceInput, type TraceResult, type TraceStep } from '@xishan/domain'
import { findRuleText } from './rule-texts'

const RESULT_WORDS: Record<TraceResult, string> = { pass: '符合', fail: '不符合', unknown: '尚未查明', info: '' }
const UNIT_WORDS: Record<TraceInput['unit'], string> = { fen: '', people: '人', months: '个月', percent: '%', count: '', text: '', date: '', boolean: '' }

/** A value as one would say it. */
export function spokenValue({ value, unit }: TraceInput): string {
  if (value === null) return '无记录'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (unit === 'fen' && typeof value === 'number') return yuanInWords(value)
  if (unit === 'date' && typeof value === 'string' && isRealDate(value)) return dateInChinese(value)
  return `${value}${UNIT_WORDS[unit]}`
}

const spokenInput = (input: TraceInput): string => {
  const evidence = [input.source, input.unit !== 'date' && input.asOf ? dateInChinese(input.asOf) : undefined].filter(Boolean).join('，')
  return `${input.label}${spokenValue(input)}${evidence ? `（${evidence}）` : ''}`
}

/** A step as a sentence: what the rule is, what was looked at, what came of it, on which basis. */
export function spokenStep(step: TraceStep): string {
  const text = findRuleText(step.rule, step.version)
  const parts = [
    step.inputs.map(spokenInput).join('，'),
    step.outcome ? `${step.outcome.label}${step.outcome.unit === 'text' ? '：' : '为'}${spokenValue(step.outcome)}` : '',
    RESULT_WORDS[step.result],
  ].filter(Boolean)
  return `${text?.title ?? step.rule}：${parts.join('；')}。${text ? `（依据：${text.source}）` : ''}`
}

/** The whole trace, in the order it was worked out. */
export const readAloud = (trace: DecisionTrace): string[] => trace.steps.map(spokenStep)
