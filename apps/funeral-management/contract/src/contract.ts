import { COMMON_PROBLEMS, LineTasks, defineContract } from '@xishan/domain'
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

const HANDLERS = ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR'] as const

/** 社会事务: 殡葬管理 and 婚姻收养, which on screen never stand under one heading (specification E4). */
export const contract = defineContract({
  line: 'funeral-management',
  title: '社会事务',
  permissions: {
    viewTasks: HANDLERS,
    ...adoptions.permissions,
    ...archives.permissions,
    ...cremations.permissions,
    ...deathLists.permissions,
    ...deaths.permissions,
    ...dispositions.permissions,
    ...ecoAwards.permissions,
    ...facilities.permissions,
    ...graves.permissions,
    ...mourningPlaces.permissions,
    ...registrationQuality.permissions,
    ...services.permissions,
    ...trainings.permissions,
  },
  problems: {
    ...COMMON_PROBLEMS,
    ...adoptions.problems,
    ...archives.problems,
    ...cremations.problems,
    ...deathLists.problems,
    ...deaths.problems,
    ...dispositions.problems,
    ...ecoAwards.problems,
    ...facilities.problems,
    ...graves.problems,
    ...mourningPlaces.problems,
    ...registrationQuality.problems,
    ...services.problems,
    ...trainings.problems,
  },
  routes: {
    findTasks: { method: 'GET', path: '/tasks', summary: '我的待办', may: 'viewTasks', answer: LineTasks },
    ...adoptions.routes,
    ...archives.routes,
    ...cremations.routes,
    ...deathLists.routes,
    ...deaths.routes,
    ...dispositions.routes,
    ...ecoAwards.routes,
    ...facilities.routes,
    ...graves.routes,
    ...mourningPlaces.routes,
    ...registrationQuality.routes,
    ...services.routes,
    ...trainings.routes,
  },
})

export const { routes } = contract
