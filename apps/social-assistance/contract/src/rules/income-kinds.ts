import type { IncomeKind } from '../finances/income'
import { PARAMETER } from '../parameters/keys'

interface KindRule {
  /** Counted, not counted, or as the parameter says on the business date. */
  counted: boolean | { parameter: string }
  law: string
}

const ARTICLE_13 = '民发〔2021〕57号第十三条'
const counts: KindRule = { counted: true, law: ARTICLE_13 }
const exempt: KindRule = { counted: false, law: ARTICLE_13 }

/** Which incomes count, and the law that says so. Unemployment benefit counts: only relief money and goods are exempt. */
export const INCOME_RULES: Readonly<Record<IncomeKind, KindRule>> = {
  WAGES: counts,
  BUSINESS: counts,
  PROPERTY: counts,
  RETIREMENT_PENSION: counts,
  UNEMPLOYMENT_BENEFIT: counts,
  SUPPORT: counts,
  OTHER_TRANSFER: counts,
  OTHER: counts,
  PREFERENTIAL_PENSION: exempt,
  FAMILY_PLANNING_AWARD: exempt,
  SCHOLARSHIP: exempt,
  BRAVERY_AWARD: exempt,
  SOCIAL_ASSISTANCE: exempt,
  CENTRAL_BASIC_PENSION: { counted: { parameter: PARAMETER.centralBasicPensionCounts }, law: `${ARTICLE_13}（“十四五”期间）` },
  DISABILITY_SUBSIDY: { counted: false, law: '国发〔2015〕52号' },
  OLD_AGE_ALLOWANCE: { counted: { parameter: PARAMETER.oldAgeAllowanceCounts }, law: '暂定（待科室确认）' },
}
