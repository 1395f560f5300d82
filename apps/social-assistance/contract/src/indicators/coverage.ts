import { ratePercent } from '@xishan/domain'
import type { Indicators } from './indicator'

/** Households at a date: in pay, and owed (found eligible, applied, not in pay after the legal limit). */
export interface CoverageCounts {
  inPay: number
  owed: number
}

/** Indicator 1, 最低生活保障应保尽保率: in pay ÷ (in pay + owed). */
export function coverageIndicator({ inPay, owed }: CoverageCounts): Indicators['indicators'][number] {
  return {
    number: 1,
    value: ratePercent(inPay, inPay + owed),
    components: [
      { key: 'IN_PAY', label: '在保家庭', value: inPay, unit: '户' },
      { key: 'OWED', label: '已申请、经认定符合条件但逾法定期限仍未纳入保障的家庭', value: owed, unit: '户' },
    ],
    note: '在保家庭 ÷（在保家庭＋已申请、符合条件但逾法定期限未纳入保障的家庭）× 100%',
  }
}
