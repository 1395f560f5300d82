import type { DecisionTrace, RuleText, TraceInput, TraceResult } from '@xishan/domain'
import type { Section } from './paper'
import { dateLine } from './paper-layout'

/** How the outcome of a condition is said on paper. */
export const TRACE_RESULT_WORDS: Record<TraceResult, string> = { pass: '符合', fail: '不符合', unknown: '待核实', info: '—' }

/** The conditions a decision stood on, in order: what was looked at, of which date and source, the result, the article. */
export function traceSections(trace: DecisionTrace, rules: readonly RuleText[], title = '认定依据'): Section[] {
  const textOf = new Map(rules.map((rule) => [`${rule.code} ${rule.version}`, rule]))
  return [
    { kind: 'heading', text: `${title}（认定日期：${dateLine(trace.decidedOn)}）` },
    {
      kind: 'table',
      small: true,
      columns: [
        { title: '序号', width: 6 },
        { title: '认定条件', width: 26, align: 'left' },
        { title: '依据', width: 38, align: 'left' },
        { title: '结果', width: 10 },
        { title: '条款', width: 20, align: 'left' },
      ],
      rows: trace.steps.map((step, index) => {
        const rule = textOf.get(`${step.rule} ${step.version}`)
        const found = step.outcome ? [...step.inputs, step.outcome] : step.inputs
        return [String(index + 1), rule?.title ?? step.rule, found.map(inputLine).join('\n'), TRACE_RESULT_WORDS[step.result], rule?.source ?? '']
      }),
    },
  ]
}

function inputLine(input: TraceInput): string {
  const evidence = [input.source, input.asOf === undefined ? undefined : dateLine(input.asOf)].filter(Boolean).join('，')
  return `${input.label}：${traceValue(input)}${evidence === '' ? '' : `（${evidence}）`}`
}

/** A value of a trace in words, by its unit. */
export function traceValue({ value, unit }: Pick<TraceInput, 'value' | 'unit'>): string {
  if (value === null) return '未知'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return unit === 'date' ? dateLine(value) : value
  switch (unit) {
    case 'fen':
      return `${(value / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`
    case 'people':
      return `${value} 人`
    case 'months':
      return `${value} 个月`
    case 'percent':
      return `${value}%`
    default:
      return String(value)
  }
}
