import { IdParams, IndicatorAnswers, IndicatorParams, IndicatorQuery, IndicatorRecordPage, PublicDivisions, Revealed, Saved, defineContract, parameterRoutes, taskRoutes } from '@xishan/domain'
import { applicationRoutes } from './applications/routes'
import { BenefitDetail, BenefitPage, BenefitQuery, BenefitTotals } from './benefits/benefit'
import { ExportInput } from './exports/export'
import { HouseholdDetail, HouseholdPage, HouseholdQuery } from './households/household'
import { CoverageRecordsQuery } from './indicators/indicator'
import { meansCheckRoutes } from './means-checks/routes'
import { permissions } from './permissions'
import { PublicBenefitPage, PublicPostingPage, PublicQuery } from './postings/posting'
import { problems } from './problems'
import { RevealInput } from './reveals/reveal'
import { benefitChanges } from './benefit-changes/benefit-changes'
import { deaths } from './deaths/deaths'
import { disbursements } from './disbursements/disbursements'
import { payables } from './payables/payables'
import { payments } from './payments/payments'
import { recoveries } from './recoveries/recoveries'
import { rosterImports } from './roster-imports/roster-imports'

export const contract = defineContract({
  line: 'social-assistance',
  title: '社会救助',
  permissions: { ...permissions, ...benefitChanges.permissions, ...deaths.permissions, ...disbursements.permissions, ...payables.permissions, ...payments.permissions, ...recoveries.permissions, ...rosterImports.permissions },
  problems: { ...problems, ...benefitChanges.problems, ...deaths.problems, ...disbursements.problems, ...payables.problems, ...payments.problems, ...recoveries.problems, ...rosterImports.problems },
  routes: {
    ...taskRoutes,
    ...applicationRoutes,
    ...meansCheckRoutes,

    findHouseholds: { method: 'GET', path: '/households', summary: '家庭列表', may: 'viewHouseholds', query: HouseholdQuery, answer: HouseholdPage },
    getHousehold: { method: 'GET', path: '/households/:id', summary: '家庭', may: 'viewHouseholds', params: IdParams, answer: HouseholdDetail },

    findBenefits: { method: 'GET', path: '/benefits', summary: '在保待遇列表', may: 'viewBenefits', query: BenefitQuery, answer: BenefitPage },
    sumBenefits: { method: 'GET', path: '/benefits/totals', summary: '在保户数、人数和金额', may: 'viewBenefits', query: BenefitQuery, answer: BenefitTotals },
    getBenefit: { method: 'GET', path: '/benefits/:id', summary: '待遇', may: 'viewBenefits', params: IdParams, answer: BenefitDetail },

    ...parameterRoutes,
    ...benefitChanges.routes,
    ...deaths.routes,
    ...disbursements.routes,
    ...payables.routes,
    ...payments.routes,
    ...recoveries.routes,
    ...rosterImports.routes,

    startExport: { method: 'POST', path: '/exports', summary: '导出列表', may: 'exportLists', body: ExportInput, answer: Saved },

    reveal: { method: 'POST', path: '/reveals', summary: '查看隐去的内容', may: 'reveal', body: RevealInput, answer: Revealed },

    publicDivisions: { method: 'GET', path: '/public/divisions', summary: '公示查询用的街道和社区', may: 'anyone', answer: PublicDivisions },
    publicPostings: { method: 'GET', path: '/public/postings', summary: '拟确认公示', may: 'anyone', query: PublicQuery, answer: PublicPostingPage },
    publicBenefits: { method: 'GET', path: '/public/benefits', summary: '在保家庭长期公示', may: 'anyone', query: PublicQuery, answer: PublicBenefitPage },

    findIndicators: { method: 'GET', path: '/indicators', summary: '规划指标数值', may: 'viewIndicators', query: IndicatorQuery, answer: IndicatorAnswers },
    findIndicatorRecords: { method: 'GET', path: '/indicators/:number/records', summary: '规划指标明细', may: 'viewIndicators', params: IndicatorParams, query: CoverageRecordsQuery, answer: IndicatorRecordPage },
  },
})

export const { routes } = contract
