import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { CremationDetail, CremationPage, CremationQuery, CremationRate, CremationRateQuery, ProposeCremationChange, RecordCremation } from './cremation'
import { cremationChangeInputs, cremationChangeLifecycle } from './lifecycle'

const decides = actionRoute('cremationChange', cremationChangeLifecycle, '/cremation-changes/:id', cremationChangeInputs)

const READERS = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'] as const

export const cremations = {
  permissions: {
    ...actionPermissions('cremationChange', cremationChangeLifecycle),
    viewCremations: READERS,
    recordCremation: ['ST_CLERK', 'BU_CLERK'],
  },
  problems: {
    'cremation-known': { status: 409, title: '该逝者已有火化记录', detail: '该逝者的火化记录已登记（{number}），不能重复登记。' },
    'cremation-certificate-taken': { status: 409, title: '火化证明编号重复', detail: '火化证明编号“{certificate}”已用于 {number}，请核对编号。' },
    'cremation-times': { status: 422, title: '时间先后有误', detail: '{reason}，请核对火化登记后改正。' },
    'cremation-change-open': { status: 409, title: '已有待审核的更正', detail: '本记录已有一项待审核的更正（{number}），请待其办结后再提出。' },
    'cremation-change-nothing': { status: 422, title: '没有要更正的内容', detail: '填写的内容与现有记录相同，请填写要更正的内容。' },
    'cremation-death-state': { status: 409, title: '当前状态不能登记火化', detail: '该死亡登记当前为“{state}”，请先办结后再登记火化。' },
  },
  routes: {
    findCremations: { method: 'GET', path: '/cremations', summary: '火化记录列表', may: 'viewCremations', query: CremationQuery, answer: CremationPage },
    getCremation: { method: 'GET', path: '/cremations/:id', summary: '火化记录', may: 'viewCremations', params: IdParams, answer: CremationDetail },
    recordCremation: { method: 'POST', path: '/cremations', summary: '登记火化', may: 'recordCremation', body: RecordCremation, answer: Saved },
    proposeCremationChange: { method: 'POST', path: '/cremations/:id/changes', summary: '提出更正', may: 'cremationChange.propose', params: IdParams, body: ProposeCremationChange, answer: Saved },
    approveCremationChange: decides('approve'),
    rejectCremationChange: decides('reject'),
    cremationRate: { method: 'GET', path: '/cremation-rate', summary: '火化率', may: 'viewCremations', query: CremationRateQuery, answer: CremationRate },
  },
} as const satisfies ContractPart
