import { contract } from '@xishan/funeral-management-contract'
import { defineService, fromSubjects } from '@xishan/service-kit'
import { adoptions } from './adoptions/adoptions'
import { archives } from './archives/archives'
import { cremations } from './cremations/cremations'
import { deathLists } from './death-lists/death-lists'
import { deaths } from './deaths/deaths'
import { dispositions } from './dispositions/dispositions'
import { ecoAwards } from './eco-awards/eco-awards'
import { facilities } from './facilities/facilities'
import { graves } from './graves/graves'
import { mourningPlaces } from './mourning-places/mourning-places'
import { registrationQuality } from './registration-quality/registration-quality'
import { services } from './services/services'
import { trainings } from './trainings/trainings'
import { migrations } from './migrations'

export const service = defineService({
  contract,
  migrations,
  ...fromSubjects([
    adoptions, archives, cremations, deathLists, deaths, dispositions, ecoAwards, facilities, graves, mourningPlaces, registrationQuality, services, trainings,
  ]),
})
