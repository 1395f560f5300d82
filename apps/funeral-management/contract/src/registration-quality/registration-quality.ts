import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { ChangeOffice, GradeInput, OfficeDetail, OfficeInput, OfficePage, OfficeQuery } from './office'
import { CheckFile, CorrectFile, DrawSample, FileParams, SampleDetail, SamplePage, SampleQuery, sampleInputs, sampleLifecycle } from './sample'

const takes = actionRoute('sample', sampleLifecycle, '/quality-samples/:id', sampleInputs)

export const registrationQuality = {
  permissions: {
    ...actionPermissions('sample', sampleLifecycle),
    viewRegistrationQuality: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    keepOffices: ['BU_CLERK'],
    gradeOffices: ['BU_HEAD'],
    recordCorrections: ['BU_CLERK'],
  },
  problems: {
    'office-taken': { status: 409, title: '登记机关已登记', detail: '已有名为“{name}”的登记机关，请核对后修改原有记录。' },
    'office-without-registration': { status: 422, title: '该机关不办理此项登记', detail: '“{name}”未登记办理{registration}，请先在登记机关中补充，或另选机关。' },
    'grade-in-future': { status: 422, title: '评定日期有误', detail: '评定日期不能晚于业务日期 {today}，请改正。' },
    'sample-drawn': { status: 409, title: '当月已抽取', detail: '“{name}”{month} 的{registration}档案已抽取（{number}），不能重复抽取。如抽取有误，请先作废。' },
    'sample-month-open': { status: 422, title: '当月尚未结束', detail: '{month} 尚未结束，登记编号不全，请在下月初抽取。' },
    'sample-points-missing': { status: 422, title: '检查项目不全', detail: '还有 {count} 项未给出结果：{points}。每一项都应选择“符合”“不适用”“有瑕疵”或“登记无效情形”。' },
    'sample-needs-remark': { status: 422, title: '请说明问题', detail: '有瑕疵或登记无效情形的，应写明具体问题，便于改正。' },
    'sample-unchecked': { status: 409, title: '还有档案未检查', detail: '还有 {count} 份档案未检查，检查完毕后再出具结论。' },
    'file-not-defective': { status: 409, title: '该档案没有待改正的问题', detail: '第 {position} 份档案没有待改正的瑕疵，无需登记改正。' },
    'correction-date': { status: 422, title: '改正日期有误', detail: '改正日期应在检查日期 {checkedOn} 至业务日期 {today} 之间，请改正。' },
  },
  routes: {
    findOffices: { method: 'GET', path: '/registration-offices', summary: '登记机关', may: 'viewRegistrationQuality', query: OfficeQuery, answer: OfficePage },
    getOffice: { method: 'GET', path: '/registration-offices/:id', summary: '登记机关详情', may: 'viewRegistrationQuality', params: IdParams, answer: OfficeDetail },
    addOffice: { method: 'POST', path: '/registration-offices', summary: '登记登记机关', may: 'keepOffices', body: OfficeInput, answer: Saved },
    changeOffice: { method: 'PUT', path: '/registration-offices/:id', summary: '修改登记机关', may: 'keepOffices', params: IdParams, body: ChangeOffice, answer: Saved },
    gradeOffice: { method: 'POST', path: '/registration-offices/:id/grades', summary: '登记等级评定', may: 'gradeOffices', params: IdParams, body: GradeInput, answer: Saved },
    findSamples: { method: 'GET', path: '/quality-samples', summary: '登记质量抽查列表', may: 'viewRegistrationQuality', query: SampleQuery, answer: SamplePage },
    getSample: { method: 'GET', path: '/quality-samples/:id', summary: '登记质量抽查', may: 'viewRegistrationQuality', params: IdParams, answer: SampleDetail },
    drawSample: { method: 'POST', path: '/quality-samples', summary: '抽取档案', may: 'sample.draw', body: DrawSample, answer: Saved },
    checkSampledFile: { method: 'POST', path: '/quality-samples/:id/files/:position', summary: '登记检查结果', may: 'sample.check', params: FileParams, body: CheckFile, answer: Saved },
    correctSampledFile: { method: 'POST', path: '/quality-samples/:id/files/:position/correction', summary: '登记改正情况', may: 'recordCorrections', params: FileParams, body: CorrectFile, answer: Saved },
    concludeSample: takes('conclude'),
    cancelSample: takes('cancel'),
  },
} as const satisfies ContractPart
