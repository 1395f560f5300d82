import { DomainProblem, type ParameterVersion } from '@xishan/domain'
import { PARAMETER } from '@xishan/social-assistance-contract'

type Value = ParameterVersion['value']

const isCount = (value: Value, from: number): boolean => typeof value === 'number' && Number.isInteger(value) && value >= from

/** What a parameter's unit takes, and how to say so. */
const KINDS: Record<ParameterVersion['unit'], { takes: (value: Value) => boolean; expected: string }> = {
  fen: { takes: (value) => isCount(value, 0), expected: '不小于 0 的整数（单位：分）' },
  percent: { takes: (value) => typeof value === 'number' && value >= 0 && value <= 100, expected: '0 至 100 的百分数' },
  'working-days': { takes: (value) => isCount(value, 1), expected: '不小于 1 的整数（工作日）' },
  days: { takes: (value) => isCount(value, 1), expected: '不小于 1 的整数（日）' },
  months: { takes: (value) => isCount(value, 1), expected: '不小于 1 的整数（月）' },
  years: { takes: (value) => isCount(value, 1), expected: '不小于 1 的整数（年）' },
  count: { takes: (value) => isCount(value, 0), expected: '不小于 0 的整数' },
  ratio: { takes: (value) => typeof value === 'number' && value > 0 && value <= 1000, expected: '大于 0 的倍数' },
  boolean: { takes: (value) => typeof value === 'boolean', expected: '是或否' },
  text: { takes: (value) => typeof value === 'string' && value.trim() !== '', expected: '文字' },
}
const AMOUNT_MODES: readonly Value[] = ['GAP', 'TIER']

/** @throws DomainProblem `parameter-value` when the value is not one for this parameter */
export function requireValueFor({ key, unit, title }: Pick<ParameterVersion, 'key' | 'unit' | 'title'>, value: Value): void {
  const { takes, expected } = key === PARAMETER.amountMode ? { takes: (mode: Value) => AMOUNT_MODES.includes(mode), expected: '按差额（GAP）或按分档（TIER）' } : KINDS[unit]
  if (!takes(value)) throw new DomainProblem('parameter-value', { title, expected }, [{ field: 'value', message: `“${title}”应为${expected}` }])
}
