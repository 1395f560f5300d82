import { IdParams, Saved, type ContractPart } from '@xishan/domain'
import { ChangeMourningPlace, CheckMourningPlace, CloseMourningPlace, MourningCoverage, MourningPlaceDetail, MourningPlaceInput, MourningPlacePage, MourningPlaceQuery, OpenMourningPlace } from './mourning-place'

export const mourningPlaces = {
  permissions: {
    viewMourningPlaces: ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    keepMourningPlaces: ['ST_CLERK', 'BU_CLERK'],
  },
  problems: {
    'mourning-taken': { status: 409, title: '治丧场所已登记', detail: '该社区已有名为“{name}”的治丧场所，请核对后修改原有记录。' },
    'mourning-community': { status: 422, title: '社区有误', detail: '{reason}，请从列表中重新选择。' },
    'mourning-date': { status: 422, title: '日期有误', detail: '{title}应在 {from} 至 {to} 之间，请改正。' },
    'mourning-state': { status: 409, title: '当前状态不能办理', detail: '该场所当前为“{state}”，不能办理此项操作。' },
  },
  routes: {
    findMourningPlaces: { method: 'GET', path: '/mourning-places', summary: '集中治丧场所', may: 'viewMourningPlaces', query: MourningPlaceQuery, answer: MourningPlacePage },
    mourningCoverage: { method: 'GET', path: '/mourning-places/coverage', summary: '治丧场所社区覆盖情况', may: 'viewMourningPlaces', answer: MourningCoverage },
    getMourningPlace: { method: 'GET', path: '/mourning-places/:id', summary: '集中治丧场所详情', may: 'viewMourningPlaces', params: IdParams, answer: MourningPlaceDetail },
    addMourningPlace: { method: 'POST', path: '/mourning-places', summary: '登记治丧场所', may: 'keepMourningPlaces', body: MourningPlaceInput, answer: Saved },
    changeMourningPlace: { method: 'PUT', path: '/mourning-places/:id', summary: '修改治丧场所', may: 'keepMourningPlaces', params: IdParams, body: ChangeMourningPlace, answer: Saved },
    openMourningPlace: { method: 'POST', path: '/mourning-places/:id/open', summary: '启用治丧场所', may: 'keepMourningPlaces', params: IdParams, body: OpenMourningPlace, answer: Saved },
    closeMourningPlace: { method: 'POST', path: '/mourning-places/:id/close', summary: '停用治丧场所', may: 'keepMourningPlaces', params: IdParams, body: CloseMourningPlace, answer: Saved },
    checkMourningPlace: { method: 'POST', path: '/mourning-places/:id/checks', summary: '登记年度检查', may: 'keepMourningPlaces', params: IdParams, body: CheckMourningPlace, answer: Saved },
  },
} as const satisfies ContractPart
