import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { AdoptionDetail, AdoptionPage, AdoptionQuery, FileReadingPage, FileReadingQuery, GrantReading, OpenAdoption, RecordVisit, WithdrawReading } from './adoption'
import { NO_ASSESSMENT } from './code-sets'
import { adoptionInputs, adoptionLifecycle } from './lifecycle'

const takes = actionRoute('adoption', adoptionLifecycle, '/adoptions/:id', adoptionInputs)

export const adoptions = {
  permissions: {
    ...actionPermissions('adoption', adoptionLifecycle),
    /** Who may be named in a file at all; what anybody sees is decided file by file. */
    viewAdoptions: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    grantAdoptionReading: ['BU_HEAD', 'BU_APPROVER'],
    recordAdoptionVisits: ['BU_CLERK'],
    viewFileReadings: ['BU_HEAD', 'BU_APPROVER', 'DISCIPLINE'],
  },
  problems: {
    'adoption-no-assessment': { status: 422, title: '收养继子女不需要评估', detail: NO_ASSESSMENT },
    'adoption-not-your-area': { status: 422, title: '不属于本区办理', detail: '该收养由{at}的县级民政部门办理登记和评估；所填地点不在西山区，请告知申请人向当地民政部门申请。' },
    'adoption-date': { status: 422, title: '日期有误', detail: '日期应在 {from} 至 {to} 之间，请改正。' },
    'adoption-child-age': { status: 422, title: '被收养人已成年', detail: '被收养人 {age} 周岁。被收养人应为未满 18 周岁的未成年人，请核对出生日期。' },
    'adoption-decider': { status: 422, title: '审批人不能是经办人', detail: '评估结论由另一人作出，请指定其他科长或分管领导审批。' },
    'adoption-known': { status: 409, title: '该儿童已有在办的收养评估', detail: '该儿童的收养评估正在办理，不能重复登记。请与科室负责人核对。' },
    'adoption-parts-missing': { status: 409, title: '评估项目不全', detail: '还有 {count} 项未填写：{parts}。填写齐全后再提交评估报告。' },
    'adoption-suspended': { status: 409, title: '计时已中止', detail: '本件计时已中止，请先恢复计时再办理此项。' },
    'adoption-running': { status: 409, title: '计时未中止', detail: '本件计时没有中止，无需恢复。' },
    'adoption-no-notice': { status: 409, title: '不需要公告', detail: '只有查找不到生父母的儿童才需要公告查找，本件不用登记公告日期。' },
    'adoption-notice-missing': { status: 409, title: '公告尚未期满', detail: '查找不到生父母的，应公告满 {days} 日后登记。请先登记公告日期，期满后再登记结果。' },
    'adoption-not-yours': { status: 403, title: '您在本件中只能查阅', detail: '此项由本件的{part}人员办理，您被授权的是查阅。' },
    'adoption-not-closed': { status: 409, title: '尚未登记', detail: '收养登记后才登记回访情况。' },
    'reading-known': { status: 409, title: '已在名单中', detail: '{name}已可查阅本件，需要改变截止日期的，请先收回原授权。' },
    'reading-last': { status: 409, title: '不能收回', detail: '只能收回授权查阅的人员；经办人和审批人随本件保留。' },
  },
  routes: {
    findAdoptions: { method: 'GET', path: '/adoptions', summary: '收养评估列表', may: 'viewAdoptions', query: AdoptionQuery, answer: AdoptionPage },
    getAdoption: { method: 'GET', path: '/adoptions/:id', summary: '收养评估', may: 'viewAdoptions', params: IdParams, answer: AdoptionDetail },
    openAdoption: { method: 'POST', path: '/adoptions', summary: '登记收养评估申请', may: 'adoption.open', body: OpenAdoption, answer: Saved },
    assignAdoption: takes('assign'),
    assessAdoption: takes('assess'),
    suspendAdoption: takes('suspend'),
    resumeAdoption: takes('resume'),
    reportAdoption: takes('report'),
    passAdoption: takes('pass'),
    refuseAdoption: takes('refuse'),
    returnAdoption: takes('return'),
    handOverAdoption: takes('handOver'),
    announceAdoption: takes('announce'),
    recordAdoptionOutcome: takes('recordOutcome'),
    withdrawAdoption: takes('withdraw'),
    recordAdoptionVisit: { method: 'POST', path: '/adoptions/:id/visits', summary: '登记收养后回访', may: 'recordAdoptionVisits', params: IdParams, body: RecordVisit, answer: Saved },
    grantAdoptionReading: { method: 'POST', path: '/adoptions/:id/readers', summary: '授权查阅', may: 'grantAdoptionReading', params: IdParams, body: GrantReading, answer: Saved },
    withdrawAdoptionReading: { method: 'POST', path: '/adoptions/:id/readers/withdrawal', summary: '收回查阅授权', may: 'grantAdoptionReading', params: IdParams, body: WithdrawReading, answer: Saved },
    findFileReadings: { method: 'GET', path: '/file-readings', summary: '收养档案查阅记录', may: 'viewFileReadings', query: FileReadingQuery, answer: FileReadingPage },
  },
} as const satisfies ContractPart
