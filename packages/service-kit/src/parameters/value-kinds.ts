import { DomainProblem, type ParameterChoice, type ParameterVersion } from '@xishan/domain'

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

/** @throws DomainProblem `parameter-value` when the value is not one for this parameter */
export function requireValueFor({ key, unit, title }: Pick<ParameterVersion, 'key' | 'unit' | 'title'>, value: Value, choices: Readonly<Record<string, ParameterChoice>>): void {
  const choice = choices[key]
  const { takes, expected } = choice ? { takes: (chosen: Value) => choice.values.includes(chosen), expected: choice.expected } : KINDS[unit]
  if (!takes(value)) throw new DomainProblem('parameter-value', { title, expected }, [{ field: 'value', message: `“${title}”应为${expected}` }])
}
