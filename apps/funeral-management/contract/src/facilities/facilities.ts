import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { ChangeFacility, FacilityDetail, FacilityInput, FacilityPage, FacilityQuery } from './facility'
import { CancelFee, GraveContractDetail, GraveContractPage, GraveContractQuery, NotifyHolder, OccupyPlot, PayFee, SellPlot, contractInputs, graveContractLifecycle } from './grave-contract'
import { Inspections, RecordInspection, Uninspected, UninspectedQuery, inspectionInputs, inspectionLifecycle } from './inspection'
import { AddZone, PlotMap, ReleasePlot, ReservePlot } from './plot'

const takes = actionRoute('graveContract', graveContractLifecycle, '/grave-contracts/:id', contractInputs)
const { 'graveContract.remind': _reminded, 'graveContract.expire': _expired, ...permitted } = actionPermissions('graveContract', graveContractLifecycle)
const inspects = actionRoute('inspection', inspectionLifecycle, '/inspections/:id', inspectionInputs)

export const facilities = {
  permissions: {
    ...permitted,
    ...actionPermissions('inspection', inspectionLifecycle),
    viewFacilities: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    keepFacilities: ['BU_CLERK'],
    keepPlots: ['BU_CLERK'],
    keepContracts: ['BU_CLERK', 'ST_CLERK'],
  },
  problems: {
    'facility-taken': { status: 409, title: '设施已登记', detail: '已有名为“{name}”的殡葬设施，请核对后修改原有记录。' },
    'facility-without-plots': { status: 422, title: '该设施不设墓位', detail: '“{name}”是殡仪馆，不设墓位、格位，请另选设施。' },
    'facility-approved-in-future': { status: 422, title: '批准日期有误', detail: '批准日期不能晚于业务日期 {today}，请改正。' },
    'facility-place': { status: 422, title: '没有这个街道或社区', detail: '设施所在的街道或社区不存在，请从列表中重新选择。' },
    'zone-taken': { status: 409, title: '墓区已设置', detail: '该设施已有名为“{name}”的墓区，请换一个名称。' },
    'zone-area': { status: 422, title: '墓位面积超过标准', detail: '{kind}的面积不得超过 {limit} 平方米（现为 {area} 平方米），请按批准的规划改正。' },
    'plot-state': { status: 409, title: '墓位状态已变化', detail: '该墓位当前为“{state}”，不能办理此项操作，请刷新墓位图后再选。' },
    'plot-certificate-unknown': { status: 422, title: '证明没有登记', detail: '本平台没有编号为“{certificate}”的{kind}，墓位只能凭已登记的证明出售。请核对编号，或先登记死亡（火化）。' },
    'plot-user-has-one': { status: 409, title: '该使用人已有墓位', detail: '该使用人名下已有墓位合同（{number}），不能重复购买。' },
    'plot-user-too-young': { status: 422, title: '使用人未满规定年龄', detail: '使用人 {age} 周岁，未满 {limit} 周岁，不能预购墓位。' },
    'plot-villagers-only': { status: 422, title: '农村公益性公墓不对外出售', detail: '农村公益性公墓只供本地村民使用，须凭已登记的死亡或火化证明，且逝者户籍在“{place}”。' },
    'inspection-not-due': { status: 422, title: '该设施不在年检范围', detail: '年度检查的对象是骨灰堂和公墓，“{name}”是殡仪馆，无需登记。' },
    'inspection-date': { status: 422, title: '日期有误', detail: '日期应在 {from} 至 {to} 之间，请改正。' },
    'contract-date': { status: 422, title: '日期有误', detail: '{reason}，请核对后改正。' },
    'contract-state': { status: 409, title: '当前状态不能办理', detail: '该合同当前为“{state}”，不能办理此项操作。' },
    'contract-burial-differs': { status: 409, title: '与已登记的安葬不一致', detail: '该使用人的安葬已登记（{number}），安放日期或安放（葬）证编号与本次填写的不一致。请按该记录填写；该记录有误的，请先提出更正。' },
    'fee-period': { status: 422, title: '缴费期限有误', detail: '维护费已缴至 {from}，本次应缴至此后、且不超过合同到期日 {to}，请改正。' },
    'fee-receipt-taken': { status: 409, title: '票据编号重复', detail: '票据“{receipt}”已登记过缴费，请核对票据编号。' },
    'fee-none': { status: 409, title: '没有可作废的缴费', detail: '该合同没有有效的缴费记录。' },
    'contract-occupied': { status: 409, title: '该墓位已登记安葬', detail: '该墓位已于 {date} 登记安葬，无需重复登记。' },
  },
  routes: {
    findFacilities: { method: 'GET', path: '/facilities', summary: '殡葬设施', may: 'viewFacilities', query: FacilityQuery, answer: FacilityPage },
    getFacility: { method: 'GET', path: '/facilities/:id', summary: '殡葬设施详情', may: 'viewFacilities', params: IdParams, answer: FacilityDetail },
    addFacility: { method: 'POST', path: '/facilities', summary: '登记殡葬设施', may: 'keepFacilities', body: FacilityInput, answer: Saved },
    changeFacility: { method: 'PUT', path: '/facilities/:id', summary: '修改殡葬设施', may: 'keepFacilities', params: IdParams, body: ChangeFacility, answer: Saved },
    addZone: { method: 'POST', path: '/facilities/:id/zones', summary: '设置墓区', may: 'keepFacilities', params: IdParams, body: AddZone, answer: Saved },
    getPlotMap: { method: 'GET', path: '/zones/:id', summary: '墓位图', may: 'viewFacilities', params: IdParams, answer: PlotMap },
    reservePlot: { method: 'POST', path: '/plots/:id/reservation', summary: '预留墓位', may: 'keepPlots', params: IdParams, body: ReservePlot, answer: Saved },
    releasePlot: { method: 'POST', path: '/plots/:id/release', summary: '恢复可售', may: 'keepPlots', params: IdParams, body: ReleasePlot, answer: Saved },
    sellPlot: { method: 'POST', path: '/plots/:id/contracts', summary: '签订墓位合同', may: 'graveContract.sell', params: IdParams, body: SellPlot, answer: Saved },
    findGraveContracts: { method: 'GET', path: '/grave-contracts', summary: '墓位合同列表', may: 'viewFacilities', query: GraveContractQuery, answer: GraveContractPage },
    getGraveContract: { method: 'GET', path: '/grave-contracts/:id', summary: '墓位合同', may: 'viewFacilities', params: IdParams, answer: GraveContractDetail },
    occupyPlot: { method: 'POST', path: '/grave-contracts/:id/burial', summary: '登记墓位安葬', may: 'keepContracts', params: IdParams, body: OccupyPlot, answer: Saved },
    payFee: { method: 'POST', path: '/grave-contracts/:id/fees', summary: '登记维护费', may: 'keepContracts', params: IdParams, body: PayFee, answer: Saved },
    cancelFee: { method: 'POST', path: '/grave-contracts/:id/fees/cancel-last', summary: '作废最近一次缴费', may: 'keepContracts', params: IdParams, body: CancelFee, answer: Saved },
    notifyHolder: { method: 'POST', path: '/grave-contracts/:id/notice', summary: '登记续期告知', may: 'keepContracts', params: IdParams, body: NotifyHolder, answer: Saved },
    findInspections: { method: 'GET', path: '/facilities/:id/inspections', summary: '设施的年度检查', may: 'viewFacilities', params: IdParams, answer: Inspections },
    findUninspected: { method: 'GET', path: '/uninspected-facilities', summary: '本年未检查的设施', may: 'viewFacilities', query: UninspectedQuery, answer: Uninspected },
    recordInspection: { method: 'POST', path: '/facilities/:id/inspections', summary: '登记年度检查', may: 'inspection.record', params: IdParams, body: RecordInspection, answer: Saved },
    rectifyInspection: inspects('rectify'),
    closeInspection: inspects('close'),
    returnInspection: inspects('return'),
    renewGraveContract: takes('renew'),
    reclaimGraveContract: takes('reclaim'),
  },
} as const satisfies ContractPart
