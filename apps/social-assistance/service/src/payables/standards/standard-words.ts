import { formatYuan, monthInChinese, type BenefitMonth, type ParameterVersion } from '@xishan/domain'

/** `700.00 元`, `12%`: a parameter's value as staff read it. */
export const valueInWords = (value: ParameterVersion['value'], unit: ParameterVersion['unit']): string =>
  typeof value === 'number' && unit === 'fen' ? `${formatYuan(value)} 元` : `${value}${unit === 'percent' ? '%' : ''}`

/** What stands in a household's history and on its lines. */
export const changeInWords = ({ title, value, unit }: Pick<ParameterVersion, 'title' | 'value' | 'unit'>, month: BenefitMonth): string => `标准调整：${title}自${monthInChinese(month)}起为 ${valueInWords(value, unit)}`
