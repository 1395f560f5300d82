import { IdParams, Saved, type ContractPart } from '@xishan/domain'
import { CremationDetail, CremationPage, CremationQuery, CremationRate, CremationRateQuery, RecordCremation } from './cremation'

const READERS = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'] as const

export const cremations = {
  permissions: {
    viewCremations: READERS,
    recordCremation: ['ST_CLERK', 'BU_CLERK'],
  },
  problems: {
    'cremation-known': { status: 409, title: '该逝者已有火化记录', detail: '该逝者的火化记录已登记（{number}），不能重复登记。' },
    'cremation-certificate-taken': { status: 409, title: '火化证明编号重复', detail: '火化证明编号“{certificate}”已用于 {number}，请核对编号。' },
    'cremation-times': { status: 422, title: '时间先后有误', detail: '{reason}，请核对火化登记后改正。' },
    'cremation-death-state': { status: 409, title: '当前状态不能登记火化', detail: '该死亡登记当前为“{state}”，请先办结后再登记火化。' },
  },
  routes: {
    findCremations: { method: 'GET', path: '/cremations', summary: '火化记录列表', may: 'viewCremations', query: CremationQuery, answer: CremationPage },
    getCremation: { method: 'GET', path: '/cremations/:id', summary: '火化记录', may: 'viewCremations', params: IdParams, answer: CremationDetail },
    recordCremation: { method: 'POST', path: '/cremations', summary: '登记火化', may: 'recordCremation', body: RecordCremation, answer: Saved },
    cremationRate: { method: 'GET', path: '/cremation-rate', summary: '火化率', may: 'viewCremations', query: CremationRateQuery, answer: CremationRate },
  },
} as const satisfies ContractPart
