import { COMMON_PROBLEMS, IndicatorAnswers, IndicatorParams, IndicatorQuery, IndicatorRecordPage, IndicatorRecordsQuery, PARAMETER_PROBLEMS, PublicDivisions, Revealed, Saved, defineContract, parameterRoutes, taskRoutes } from '@xishan/domain'
import { adoptions } from './adoptions/adoptions'
import { archives } from './archives/archives'
import { bills } from './bills/bills'
import { cremations } from './cremations/cremations'
import { deathLists } from './death-lists/death-lists'
import { deaths } from './deaths/deaths'
import { dispositions } from './dispositions/dispositions'
import { ecoAwards } from './eco-awards/eco-awards'
import { ExportInput, type ExportSubject } from './exports/export'
import { facilities } from './facilities/facilities'
import { graves } from './graves/graves'
import { mourningPlaces } from './mourning-places/mourning-places'
import { prices } from './prices/prices'
import { registrationQuality } from './registration-quality/registration-quality'
import { trainings } from './trainings/trainings'
import { satisfaction } from './satisfaction/satisfaction'
import { settlements } from './settlements/settlements'
import { parameters } from './parameters'
import { RevealInput } from './reveals/reveal'

const STREET = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER'] as const
const BUREAU = ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR'] as const
const HANDLERS = ['COMMUNITY', ...STREET, ...BUREAU] as const

/** 社会事务: 殡葬管理 and 婚姻收养, which on screen never stand under one heading (specification E4). */
export const contract = defineContract({
  line: 'funeral-management',
  title: '社会事务',
  permissions: {
    ...parameters.permissions,
    viewTasks: [...HANDLERS, 'FINANCE'],
    viewParameters: [...HANDLERS, 'FINANCE', 'DISCIPLINE'],
    exportLists: ['ST_REVIEWER', 'ST_LEADER', ...BUREAU, 'FINANCE', 'DISCIPLINE'],
    reveal: [...STREET, 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER'],
    viewIndicators: [...STREET, ...BUREAU, 'FINANCE', 'DISCIPLINE', 'SERVICE'],
    ...adoptions.permissions,
    ...archives.permissions,
    ...bills.permissions,
    ...cremations.permissions,
    ...deathLists.permissions,
    ...deaths.permissions,
    ...dispositions.permissions,
    ...ecoAwards.permissions,
    ...facilities.permissions,
    ...graves.permissions,
    ...mourningPlaces.permissions,
    ...prices.permissions,
    ...registrationQuality.permissions,
    ...satisfaction.permissions,
    ...settlements.permissions,
    ...trainings.permissions,
  },
  problems: {
    ...COMMON_PROBLEMS,
    ...PARAMETER_PROBLEMS,
    'reveal-needs-reason': { status: 422, title: '请填写查看事由', detail: '查看隐去的内容须写明事由，本次查看将被记录。' },
    ...adoptions.problems,
    ...archives.problems,
    ...bills.problems,
    ...cremations.problems,
    ...deathLists.problems,
    ...deaths.problems,
    ...dispositions.problems,
    ...ecoAwards.problems,
    ...facilities.problems,
    ...graves.problems,
    ...mourningPlaces.problems,
    ...prices.problems,
    ...registrationQuality.problems,
    ...satisfaction.problems,
    ...settlements.problems,
    ...trainings.problems,
  },
  routes: {
    ...taskRoutes,
    ...parameterRoutes,
    publicDivisions: { method: 'GET', path: '/public/divisions', summary: '街道和社区', may: 'anyone', answer: PublicDivisions },
    startExport: { method: 'POST', path: '/exports', summary: '导出列表', may: 'exportLists', body: ExportInput, answer: Saved },
    reveal: { method: 'POST', path: '/reveals', summary: '查看隐去的内容', may: 'reveal', body: RevealInput, answer: Revealed },
    findIndicators: { method: 'GET', path: '/indicators', summary: '规划指标数值', may: 'viewIndicators', query: IndicatorQuery, answer: IndicatorAnswers },
    findIndicatorRecords: { method: 'GET', path: '/indicators/:number/records', summary: '规划指标明细', may: 'viewIndicators', params: IndicatorParams, query: IndicatorRecordsQuery, answer: IndicatorRecordPage },
    ...adoptions.routes,
    ...archives.routes,
    ...bills.routes,
    ...cremations.routes,
    ...deathLists.routes,
    ...deaths.routes,
    ...dispositions.routes,
    ...ecoAwards.routes,
    ...facilities.routes,
    ...graves.routes,
    ...mourningPlaces.routes,
    ...prices.routes,
    ...registrationQuality.routes,
    ...satisfaction.routes,
    ...settlements.routes,
    ...trainings.routes,
  },
})

/** Only who may see a list takes it out. */
export const EXPORT_NEEDS: Readonly<Record<ExportSubject, keyof typeof contract.permissions>> = {
  DEATHS: 'viewDeaths',
  CREMATIONS: 'viewCremations',
  SETTLEMENT_LINES: 'viewSettlements',
  ARCHIVES: 'viewArchives',
  ECO_AWARDS: 'viewAwards',
  DISPOSITIONS: 'viewDispositions',
  GRAVE_CONTRACTS: 'viewFacilities',
  ILLEGAL_GRAVES: 'viewGraves',
}

export const { routes } = contract
