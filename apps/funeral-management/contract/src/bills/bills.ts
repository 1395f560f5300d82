import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { BillBasis, BillBasisParams, BillDetail, BillPage, BillQuery, ChangeBill, PrintQuery, RecordBill } from './bill'
import { billInputs, billLifecycle } from './lifecycle'

const takes = actionRoute('bill', billLifecycle, '/bills/:id', billInputs)
const { 'bill.writeReversal': _written, ...permitted } = actionPermissions('bill', billLifecycle)

export const bills = {
  permissions: {
    ...permitted,
    viewBills: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'],
  },
  problems: {
    'bill-item-unlisted': { status: 422, title: '不在公示价目内', detail: '“{code}”在 {date} 不在“{facility}”公示的价目内，不能收费。请改选公示的项目，或先提出价目、审核并公示。' },
    'bill-service-date': { status: 422, title: '服务日期有误', detail: '服务日期应在死亡日期 {from} 至业务日期 {to} 之间，请改正。' },
    'bill-death-state': { status: 409, title: '当前状态不能收费', detail: '该死亡登记当前为“{state}”，请先办结后再登记费用。' },
    'bill-free-class': { status: 422, title: '不能按该类对象减免', detail: '{reason}，请改选惠民对象或不减免。' },
    'bill-outdated': { status: 409, title: '价目或免费额度已变化', detail: '保存清单后，价目、免费标准或该逝者的免费额度有变化（现应付 {due} 元），请打开修改、核对并保存后再出具。' },
    'bill-not-draft': { status: 409, title: '清单已出具', detail: '清单当前为“{state}”，不能修改。有误的请由科长冲销后重新登记。' },
  },
  routes: {
    findBills: { method: 'GET', path: '/bills', summary: '费用清单列表', may: 'viewBills', query: BillQuery, answer: BillPage },
    getBillBasis: { method: 'GET', path: '/facilities/:id/bill-basis/:deathId', summary: '登记清单所需的价目和免费额度', may: 'bill.record', params: BillBasisParams, answer: BillBasis },
    getBill: { method: 'GET', path: '/bills/:id', summary: '费用清单', may: 'viewBills', params: IdParams, answer: BillDetail },
    printBill: { method: 'GET', path: '/bills/:id/paper', summary: '打印费用清单', may: 'viewBills', params: IdParams, query: PrintQuery, answer: 'file' },
    recordBill: { method: 'POST', path: '/bills', summary: '登记费用清单', may: 'bill.record', body: RecordBill, answer: Saved },
    changeBill: { method: 'PUT', path: '/bills/:id', summary: '修改清单草稿', may: 'bill.record', params: IdParams, body: ChangeBill, answer: Saved },
    issueBill: takes('issue'),
    discardBill: takes('discard'),
    reverseBill: takes('reverse'),
  },
} as const satisfies ContractPart
