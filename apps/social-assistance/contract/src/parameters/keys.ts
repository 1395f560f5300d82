import { defineParameters } from '@xishan/domain'
import type { Residence } from '../households/code-sets'
import type { Category } from '../benefits/benefit'
import type { SupplementGround } from '../rules/assessment'

/** Keys of the parameters that the rules and the procedure read. Their values stand in the parameter table, never in code. */
export const PARAMETER = {
  standard: { URBAN: 'subsistence.standard.urban', RURAL: 'subsistence.standard.rural' } satisfies Record<Residence, string>,
  amountMode: 'subsistence.amount.mode',
  minimumPayment: 'subsistence.amount.minimum',
  tier: { A: 'subsistence.amount.tier-a', B: 'subsistence.amount.tier-b', C: 'subsistence.amount.tier-c' } satisfies Record<Category, string>,
  supplement: {
    ELDERLY: 'subsistence.supplement.elderly',
    MINOR: 'subsistence.supplement.minor',
    SEVERELY_DISABLED: 'subsistence.supplement.severely-disabled',
    SERIOUSLY_ILL: 'subsistence.supplement.seriously-ill',
  } satisfies Record<SupplementGround, string>,
  elderlyAge: 'subsistence.supplement.elderly-age',
  minorAge: 'subsistence.membership.minor-age',
  lookBack: 'subsistence.income.look-back',
  centralBasicPensionCounts: 'subsistence.income.central-basic-pension-counts',
  oldAgeAllowanceCounts: 'subsistence.income.old-age-allowance-counts',
  employmentCostCap: 'subsistence.deduction.employment-cost-cap',
  illnessOrDisabilityCap: 'subsistence.deduction.illness-or-disability-cap',
  supportThreshold: 'subsistence.support.threshold',
  supportShare: 'subsistence.support.share',
  financialMultiple: 'subsistence.property.financial-multiple',
  homes: 'subsistence.property.homes',
  smallHomes: 'subsistence.property.small-homes',
  smallHomeArea: 'subsistence.property.small-home-area',
  workingVehicleAge: 'subsistence.property.working-vehicle-age',
  investmentLimit: 'subsistence.property.investment-limit',
  marginalMultiple: 'subsistence.single-entry.marginal-multiple',
  clergyYears: 'subsistence.single-entry.clergy-years',
  joblessDisabledNeedsMarginalFamily: 'subsistence.single-entry.jobless-disabled-needs-marginal-family',
  recheck: { A: 'subsistence.recheck.a', B: 'subsistence.recheck.b', C: 'subsistence.recheck.c' } satisfies Record<Category, string>,
  confirmationDelegated: 'subsistence.procedure.confirmation-delegated',
  warnAt: 'subsistence.procedure.warn-at',
  reviewDays: 'subsistence.remedy.review',
  lawsuitMonths: 'subsistence.remedy.lawsuit',
  postingVisibleAfter: 'subsistence.posting.visible-after',
  recovery: {
    offsetShare: 'subsistence.recovery.offset-share',
    replyDays: 'subsistence.recovery.reply-days',
    fineFrom: 'subsistence.recovery.fine-from',
    fineTo: 'subsistence.recovery.fine-to',
  },
  standardMonthsBack: 'subsistence.standard-change.months-back',
  deviation: 'subsistence.disbursement.deviation',
  resendFailed: 'subsistence.disbursement.resend-failed',
  change: {
    exitMonths: 'subsistence.change.exit-months',
    reportWithin: 'subsistence.change.report-within',
    deathReview: 'subsistence.change.death-review',
    recheckWarn: 'subsistence.change.recheck-warn',
  },
  death: {
    taskDays: 'subsistence.death.task-days',
    sameNames: 'subsistence.death.same-names',
    feedPolice: 'subsistence.death.feed-police',
    feedHealth: 'subsistence.death.feed-health',
    feedHall: 'subsistence.death.feed-hall',
  },
} as const

/** Every key the line reads, terms of the procedure among them: the parameter table must cover them all. */
export const TERM_PARAMETERS = [
  'subsistence.term.investigation-start',
  'subsistence.term.means-check-start',
  'subsistence.term.posting',
  'subsistence.term.bureau-audit',
  'subsistence.term.refusal-notice',
  'subsistence.term.whole',
  'subsistence.term.whole-delegated',
  'subsistence.term.whole-extended',
  'subsistence.term.change-proposal',
  'subsistence.term.change-review',
  'subsistence.term.change-decision',
] as const

const flatten = (value: string | Readonly<Record<string, string>>): string[] => (typeof value === 'string' ? [value] : Object.values(value))

/** What the page of parameters groups them by: the second part of the key. */
export const PARAMETER_GROUPS: Readonly<Record<string, string>> = {
  standard: '保障标准',
  amount: '金额计算',
  supplement: '分类施保',
  membership: '家庭成员',
  income: '家庭收入',
  deduction: '收入扣减',
  support: '赡养（抚养、扶养）费',
  property: '家庭财产',
  'single-entry': '单独申请',
  recheck: '定期复核',
  procedure: '办理程序',
  term: '办理时限',
  posting: '公示',
  remedy: '救济途径',
  recovery: '追回',
  'standard-change': '标准调整执行',
  disbursement: '资金发放',
  change: '在保变更',
  death: '死亡信息',
}

/** What the amounts in pay are made of: a new value is applied to every household, its month being over or not (标准调整执行). */
export const STANDARD_PARAMETERS: readonly string[] = [PARAMETER.standard, PARAMETER.tier, PARAMETER.minimumPayment, PARAMETER.supplement].flatMap(flatten)

export const parameters = defineParameters({
  series: 'SAP',
  groups: PARAMETER_GROUPS,
  choices: { [PARAMETER.amountMode]: { values: ['GAP', 'TIER'], expected: '按差额（GAP）或按分档（TIER）' } },
  backdated: { keys: STANDARD_PARAMETERS, monthsBack: PARAMETER.standardMonthsBack },
})

/** Keys that {@link ../rules/assess} reads; a book without one of them cannot assess. */
export const ASSESSMENT_PARAMETERS: readonly string[] = Object.entries(PARAMETER)
  .filter(([name]) => !['confirmationDelegated', 'warnAt', 'reviewDays', 'lawsuitMonths', 'postingVisibleAfter', 'recovery', 'standardMonthsBack', 'deviation', 'resendFailed', 'change', 'death'].includes(name))
  .flatMap(([, value]) => flatten(value))
export const PARAMETER_KEYS: readonly string[] = [...Object.values(PARAMETER).flatMap(flatten), ...TERM_PARAMETERS]
