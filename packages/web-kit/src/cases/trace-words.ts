import { formatYuan, type RuleText, type TraceInput, type TraceResult, type TraceStep } from '@xishan/domain'

export const RESULT_WORDS: Record<TraceResult, string> = { pass: '符合', fail: '不符合', unknown: '未查明', info: '说明' }

const UNIT_WORDS: Partial<Record<TraceInput['unit'], string>> = { people: ' 人', months: ' 个月', percent: '%', count: '' }

/** A value that a rule looked at, as staff write it. */
export function valueInWords({ value, unit }: Pick<TraceInput, 'value' | 'unit'>): string {
  if (value === null) return '未查明'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (unit === 'fen' && typeof value === 'number') return `${formatYuan(value)} 元`
  return `${value}${UNIT_WORDS[unit] ?? ''}`
}

export interface TraceGroup {
  code: string
  title: string
  steps: TraceStep[]
}

/** Steps in their order, put together by the part of the rule's code before the dot (`income.counted`, `income.member`). */
export function traceGroups(steps: readonly TraceStep[], titles: Readonly<Record<string, string>>): TraceGroup[] {
  const groups = new Map<string, TraceGroup>()
  for (const step of steps) {
    const code = step.rule.split('.')[0] ?? step.rule
    const group = groups.get(code) ?? { code, title: titles[code] ?? '', steps: [] }
    group.steps.push(step)
    groups.set(code, group)
  }
  return [...groups.values()]
}

export const wordingOf = (rules: readonly RuleText[], { rule, version }: TraceStep): RuleText | undefined => rules.find((text) => text.code === rule && text.version === version)
