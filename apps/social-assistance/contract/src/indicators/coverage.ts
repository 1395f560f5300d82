import { ratePercent, type IndicatorAnswer } from '@xishan/domain'

/** What indicator 1 is made of; the keys name the components when the households behind them are asked for. */
export const COVERAGE_COMPONENTS = {
  IN_PAY: '在保家庭',
  OWED: '已申请、经查明符合条件，超过法定期限仍未享受待遇的家庭',
} as const
export type CoverageComponent = keyof typeof COVERAGE_COMPONENTS

/** Households at a date: in pay, and owed (found eligible, applied, not in pay after the legal limit). */
export interface CoverageCounts {
  inPay: number
  owed: number
}

/** Indicator 1, 最低生活保障应保尽保率: in pay ÷ (in pay + owed). Null while there is neither. */
export function coverageIndicator({ inPay, owed }: CoverageCounts, asOf: string, cutOff: string): IndicatorAnswer {
  return {
    number: 1,
    asOf,
    cutOff,
    value: ratePercent(inPay, inPay + owed),
    components: [
      { key: 'IN_PAY', label: COVERAGE_COMPONENTS.IN_PAY, value: inPay, unit: '户' },
      { key: 'OWED', label: COVERAGE_COMPONENTS.OWED, value: owed, unit: '户' },
    ],
    complete: true,
    note: '在保户数 ÷（在保户数＋已申请、经查明符合条件、超过法定期限仍未享受待遇的户数）× 100%',
    sourceLine: 'social-assistance',
  }
}
