import { contract } from '@xishan/social-assistance-contract'
import { defineRemote } from '@xishan/web-kit'
import { caseRoutes } from './applications/case/routes'
import { applicationRoutes } from './applications/routes'
import { benefitRoutes } from './benefits/routes'
import { householdRoutes } from './households/routes'
import { meansCheckRoutes } from './means-checks/routes'
import { benefitChangeRoutes } from './benefit-changes/routes'
import { deathRoutes } from './deaths/routes'
import { disbursementRoutes } from './disbursements/routes'
import { payableRoutes } from './payables/routes'
import { paymentRoutes } from './payments/routes'
import { recoveryRoutes } from './recoveries/routes'
import { rosterImportRoutes } from './roster-imports/routes'
import { menu } from './menu'
import { parameterRoutes } from './parameters/routes'
import { publicRoutes } from './public/routes'
import { taskRoutes } from './tasks/routes'

export default defineRemote({
  id: 'social-assistance',
  title: '社会救助',
  contract,
  menu,
  routes: [
    ...taskRoutes, ...applicationRoutes, ...caseRoutes, ...meansCheckRoutes, ...householdRoutes, ...benefitRoutes, ...parameterRoutes, ...publicRoutes,
    ...benefitChangeRoutes, ...deathRoutes, ...disbursementRoutes, ...payableRoutes, ...paymentRoutes, ...recoveryRoutes, ...rosterImportRoutes,
  ],
})
