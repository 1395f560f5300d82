/** What the rules below need to know of an indicator. */
export interface Measured {
  number: number
  unit: string
}

/** The average growth rate is the one percentage that may be negative or above 100. */
const GROWTH_RATE = 19

/** Why a value cannot be one of this indicator, as a sentence; null when it can. */
export function impossibleValue({ number, unit }: Measured, typed: string): string | null {
  const value = Number(typed)
  const decimals = typed.trim().split('.')[1]?.length ?? 0
  if (!Number.isFinite(value)) return '请填写数值。'
  if (unit === '%') {
    if (decimals > 2) return '百分比最多保留 2 位小数。'
    if (number === GROWTH_RATE) return value < -100 || value > 1000 ? '增长率应在 -100 至 1000 之间。' : null
    return value < 0 || value > 100 ? '比率应在 0 至 100 之间，直接填写百分数，不带百分号。' : null
  }
  if (value < 0) return '数值不能为负数。'
  if (unit === '万元') return decimals > 4 ? '金额以万元为单位，最多保留 4 位小数。' : null
  return Number.isInteger(value) ? null : `以“${unit}”为单位的数值应为整数。`
}

/** Why a number cannot stand at this day, as a sentence; null when it can. Days are business dates. */
export function impossibleCutOff(dataAsOf: string, plan: { startsOn: string; endsOn: string }, businessDate: string): string | null {
  if (dataAsOf > businessDate) return `数据截止日期不能晚于业务日期 ${businessDate}。`
  if (dataAsOf < plan.startsOn) return `数据截止日期不能早于规划期起始日 ${plan.startsOn}；2020 年基数已在规划中。`
  if (dataAsOf > plan.endsOn) return `规划期已于 ${plan.endsOn} 结束，此后的数据不再计入本规划。`
  return null
}
