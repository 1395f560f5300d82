import { contract } from '@xishan/funeral-management-contract'
import { defineRemote } from '@xishan/web-kit'
import { billsRoutes } from './bills/routes'
import { adoptionsRoutes } from './adoptions/routes'
import { archivesRoutes } from './archives/routes'
import { cremationsRoutes } from './cremations/routes'
import { deathListsRoutes } from './death-lists/routes'
import { deathsRoutes } from './deaths/routes'
import { dispositionsRoutes } from './dispositions/routes'
import { ecoAwardsRoutes } from './eco-awards/routes'
import { facilitiesRoutes } from './facilities/routes'
import { gravesRoutes } from './graves/routes'
import { mourningPlacesRoutes } from './mourning-places/routes'
import { pricesRoutes } from './prices/routes'
import { registrationQualityRoutes } from './registration-quality/routes'
import { trainingsRoutes } from './trainings/routes'
import { satisfactionRoutes } from './satisfaction/routes'
import { settlementsRoutes } from './settlements/routes'
import { menu } from './menu'
import { parameterRoutes } from './parameters/routes'
import { taskRoutes } from './tasks/routes'

export default defineRemote({
  id: 'funeral-management',
  title: '社会事务',
  contract,
  menu,
  routes: [
    ...taskRoutes,
    ...parameterRoutes,
    ...billsRoutes,
    ...adoptionsRoutes,
    ...archivesRoutes,
    ...cremationsRoutes,
    ...deathListsRoutes,
    ...deathsRoutes,
    ...dispositionsRoutes,
    ...ecoAwardsRoutes,
    ...facilitiesRoutes,
    ...gravesRoutes,
    ...mourningPlacesRoutes,
    ...trainingsRoutes,
    ...pricesRoutes,
    ...registrationQualityRoutes,
    ...satisfactionRoutes,
    ...settlementsRoutes,
  ],
})
