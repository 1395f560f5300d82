import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { DispositionDetail, DispositionPage, DispositionQuery, EndKeeping, ProposeDispositionChange, RecordDisposition } from './disposition'
import { dispositionChangeInputs, dispositionChangeLifecycle } from './lifecycle'

const decides = actionRoute('dispositionChange', dispositionChangeLifecycle, '/disposition-changes/:id', dispositionChangeInputs)

export const dispositions = {
  permissions: {
    ...actionPermissions('dispositionChange', dispositionChangeLifecycle),
    viewDispositions: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    recordDisposition: ['ST_CLERK', 'BU_CLERK'],
  },
  problems: {
    'disposition-known': { status: 409, title: '该逝者已有安葬记录', detail: '该逝者的骨灰（遗体）安葬已登记（{number}），不能重复登记。原记录有误的，请对原记录提出更正或撤销。' },
    'disposition-kept': { status: 409, title: '该逝者的骨灰已在寄存', detail: '该逝者的骨灰临时寄存已登记（{number}）且未结束，不能重复登记。' },
    'disposition-certificate-taken': { status: 409, title: '安放（葬）证编号重复', detail: '编号“{certificate}”已用于 {number}，请核对编号。' },
    'disposition-date': { status: 422, title: '日期有误', detail: '{reason}，请核对后改正。' },
    'disposition-death-state': { status: 409, title: '当前状态不能登记安放', detail: '该死亡登记当前为“{state}”，请先办结后再登记安放。' },
    'disposition-name': { status: 422, title: '姓名与死亡登记不一致', detail: '该证件号码的死亡登记（{number}）上姓名不同，请核对姓名和证件号码。' },
    'disposition-state': { status: 409, title: '当前状态不能办理', detail: '该记录当前为“{state}”，不能办理此项操作。' },
    'disposition-change-open': { status: 409, title: '已有待审核的变更', detail: '本记录已有一项待审核的更正或撤销（{number}），请待其办结后再提出。' },
    'disposition-change-nothing': { status: 422, title: '没有要更正的内容', detail: '填写的内容与现有记录相同，请填写要更正的内容。' },
    'disposition-change-kind': { status: 422, title: '不能在安葬与临时寄存之间更正', detail: '临时寄存不是安葬。登记错的请提出撤销，再按实际情况重新登记。' },
  },
  routes: {
    findDispositions: { method: 'GET', path: '/dispositions', summary: '骨灰（遗体）安放列表', may: 'viewDispositions', query: DispositionQuery, answer: DispositionPage },
    getDisposition: { method: 'GET', path: '/dispositions/:id', summary: '骨灰（遗体）安放记录', may: 'viewDispositions', params: IdParams, answer: DispositionDetail },
    recordDisposition: { method: 'POST', path: '/dispositions', summary: '登记安放', may: 'recordDisposition', body: RecordDisposition, answer: Saved },
    endKeeping: { method: 'POST', path: '/dispositions/:id/end-keeping', summary: '结束临时寄存', may: 'recordDisposition', params: IdParams, body: EndKeeping, answer: Saved },
    proposeDispositionChange: { method: 'POST', path: '/dispositions/:id/changes', summary: '提出更正、撤销', may: 'dispositionChange.propose', params: IdParams, body: ProposeDispositionChange, answer: Saved },
    approveDispositionChange: decides('approve'),
    rejectDispositionChange: decides('reject'),
  },
} as const satisfies ContractPart
