import { formatYuan, type ParameterVersion } from '@xishan/domain'

/** A parameter's value as staff read it. */
export function standardValue(value: ParameterVersion['value'] | null, unit: ParameterVersion['unit']): string {
  if (value === null) return '—'
  if (unit === 'fen' && typeof value === 'number') return `${formatYuan(value)} 元`
  return `${value}${unit === 'percent' ? '%' : ''}`
}

/** `增加 1,234.00 元`. */
export const differenceInWords = (fen: number): string => (fen === 0 ? '不变' : `${fen > 0 ? '增加' : '减少'} ${formatYuan(Math.abs(fen))} 元`)
