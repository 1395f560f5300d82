import type { ParameterVersion } from '@xishan/domain'
import { PARAMETER } from '@xishan/social-assistance-contract'

type Row = readonly [key: string, value: ParameterVersion['value'], unit: ParameterVersion['unit']]

const ROWS: readonly Row[] = [
  [PARAMETER.standard.URBAN, 63000, 'fen'],
  [PARAMETER.standard.RURAL, 63000, 'fen'],
  [PARAMETER.amountMode, 'GAP', 'text'],
  [PARAMETER.minimumPayment, 5000, 'fen'],
  [PARAMETER.tier.A, 63000, 'fen'],
  [PARAMETER.tier.B, 45000, 'fen'],
  [PARAMETER.tier.C, 30000, 'fen'],
  [PARAMETER.supplement.ELDERLY, 10, 'percent'],
  [PARAMETER.supplement.MINOR, 10, 'percent'],
  [PARAMETER.supplement.SEVERELY_DISABLED, 10, 'percent'],
  [PARAMETER.supplement.SERIOUSLY_ILL, 10, 'percent'],
  [PARAMETER.elderlyAge, 70, 'years'],
  [PARAMETER.minorAge, 18, 'years'],
  [PARAMETER.lookBack, 12, 'months'],
  [PARAMETER.centralBasicPensionCounts, false, 'boolean'],
  [PARAMETER.oldAgeAllowanceCounts, false, 'boolean'],
  [PARAMETER.employmentCostCap, 20000, 'fen'],
  [PARAMETER.illnessOrDisabilityCap, 50000, 'fen'],
  [PARAMETER.supportThreshold, 2, 'ratio'],
  [PARAMETER.supportShare, 50, 'percent'],
  [PARAMETER.financialMultiple, 24, 'ratio'],
  [PARAMETER.homes, 1, 'count'],
  [PARAMETER.smallHomes, 2, 'count'],
  [PARAMETER.smallHomeArea, 50, 'count'],
  [PARAMETER.workingVehicleAge, 8, 'years'],
  [PARAMETER.investmentLimit, 5_000_000, 'fen'],
  [PARAMETER.marginalMultiple, 1.5, 'ratio'],
  [PARAMETER.clergyYears, 3, 'years'],
  [PARAMETER.joblessDisabledNeedsMarginalFamily, false, 'boolean'],
  [PARAMETER.recheck.A, 12, 'months'],
  [PARAMETER.recheck.B, 12, 'months'],
  [PARAMETER.recheck.C, 6, 'months'],
  [PARAMETER.confirmationDelegated, false, 'boolean'],
  [PARAMETER.warnAt, 70, 'percent'],
  [PARAMETER.reviewDays, 60, 'days'],
  [PARAMETER.lawsuitMonths, 6, 'months'],
  [PARAMETER.postingVisibleAfter, 3, 'days'],
  [PARAMETER.recovery.offsetShare, 20, 'percent'],
  [PARAMETER.recovery.replyDays, 30, 'days'],
  [PARAMETER.recovery.fineFrom, 1, 'ratio'],
  [PARAMETER.recovery.fineTo, 3, 'ratio'],
  [PARAMETER.standardMonthsBack, 12, 'months'],
  ['subsistence.term.investigation-start', 3, 'working-days'],
  ['subsistence.term.means-check-start', 3, 'working-days'],
  ['subsistence.term.posting', 7, 'days'],
  ['subsistence.term.bureau-audit', 10, 'working-days'],
  ['subsistence.term.refusal-notice', 3, 'working-days'],
  ['subsistence.term.whole', 30, 'working-days'],
  ['subsistence.term.whole-delegated', 20, 'working-days'],
  ['subsistence.term.whole-extended', 45, 'working-days'],
]

/** One version of every parameter the line reads, with the specification's defaults where nothing else is said. */
export const parameterVersions = (changed: Readonly<Record<string, ParameterVersion['value']>> = {}): ParameterVersion[] =>
  ROWS.map(([key, value, unit]) => ({
    key, value: changed[key] ?? value, unit, version: 1, effectiveFrom: '2016-01-01', effectiveTo: null, sourceMark: 'assumption', source: '测试', title: `参数 ${key}`, note: '',
  }))
