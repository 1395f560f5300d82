import { formatYuan, type ParameterVersion } from '@xishan/domain'
import type { ParameterReading } from './parameter-desk'

/** A parameter as far as its value needs it to be read. */
export type Measured = Pick<ParameterVersion, 'key' | 'unit'>

type Reading = Pick<ParameterReading, 'choices' | 'ages'>

/** What stands behind a number of this unit. */
export const UNIT_WORDS: Record<ParameterVersion['unit'], string> = {
  fen: '元', percent: '%', 'working-days': '个工作日', days: '日', months: '个月', years: '年', count: '', ratio: '倍', boolean: '', text: '',
}
export const unitWords = ({ ages }: Reading, { key, unit }: Measured): string => (ages?.includes(key) ? '周岁' : UNIT_WORDS[unit])

/** A value as staff say it: `630.00 元`, `3 个工作日`, `按差额计算`. */
export function valueWords(reading: Reading, parameter: Measured, value: ParameterVersion['value']): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return reading.choices?.[parameter.key]?.find((choice) => choice.value === value)?.label ?? value
  const number = parameter.unit === 'fen' ? formatYuan(value) : String(value)
  const unit = unitWords(reading, parameter)
  return unit === '%' || unit === '' ? `${number}${unit}` : `${number} ${unit}`
}

/** How far a new value lies from the one in force, for numbers; for money also in per cent: `增加 20.00 元（3.17%）`. */
export function differenceWords(reading: Reading, parameter: Measured, from: ParameterVersion['value'], to: ParameterVersion['value']): string {
  if (typeof from !== 'number' || typeof to !== 'number') return ''
  if (from === to) return '与现行值相同'
  const change = Number(Math.abs(to - from).toPrecision(12))
  const share = parameter.unit !== 'fen' || from === 0 ? '' : `（${((change / Math.abs(from)) * 100).toFixed(2).replace(/\.?0+$/, '')}%）`
  return `${to > from ? '增加' : '减少'} ${valueWords(reading, parameter, change)}${share}`
}
