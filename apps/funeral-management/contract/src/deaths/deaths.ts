import { IdParams, Saved, Uuid, actionPermissions, actionRoute, attachmentFields, attachmentView, type ContractPart } from '@xishan/domain'
import { DEATH_PAPER } from './code-sets'
import { ProposeChange, RegisterDeath, ReportDeath, changeInputs, deathInputs } from './death-input'
import { DeathDetail, DeathPage, DeathQuery } from './death-views'
import { deathChangeLifecycle, deathLifecycle } from './lifecycle'

const takes = actionRoute('death', deathLifecycle, '/deaths/:id', deathInputs)
const decides = actionRoute('deathChange', deathChangeLifecycle, '/death-changes/:id', changeInputs)
const { 'death.correct': _corrected, 'death.revoke': _revoked, 'death.dispute': _disputed, 'death.registerUnidentified': _unidentified, ...permitted } = actionPermissions('death', deathLifecycle)

const READERS = ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'] as const

export const deaths = {
  permissions: {
    ...permitted,
    ...actionPermissions('deathChange', deathChangeLifecycle),
    'death.register': ['ST_CLERK', 'BU_CLERK'],
    'death.confirm': ['ST_CLERK', 'BU_CLERK'],
    viewDeaths: READERS,
    addDeathPapers: ['COMMUNITY', 'ST_CLERK', 'BU_CLERK'],
    viewDeathPapers: READERS,
  },
  problems: {
    'death-not-your-area': { status: 422, title: '逝者户籍不在您的辖区', detail: '逝者户籍在“{place}”，不在您的辖区，请由户籍所在街道或区局登记。' },
    'death-known': { status: 409, title: '该人员的死亡已登记', detail: '该人员的死亡已登记（编号 {number}），不能重复登记。请打开该记录办理。' },
    'death-known-elsewhere': { status: 409, title: '该人员的死亡已由其他单位登记', detail: '该人员的死亡已由其他街道或区局登记，如有出入请联系区局办理更正。' },
    'death-date': { status: 422, title: '死亡日期有误', detail: '{reason}，请核对死亡证明后改正。' },
    'death-birth-date': { status: 422, title: '出生日期不一致', detail: '填写的出生日期或性别与证件号码不一致，请核对证件后改正。' },
    'death-birth-missing': { status: 422, title: '缺少出生日期或性别', detail: '该证件不能推出出生日期和性别，请补充填写。' },
    'death-release-needed': { status: 422, title: '缺少公安机关放行证明', detail: '身份不明的逝者须凭公安机关出具的死亡证明或无名遗体放行证明登记，请选择相应的证明种类。' },
    'death-settle-date': { status: 422, title: '核定的日期没有来源', detail: '核定的死亡日期应为各来源报告的日期之一：{dates}。均不正确的，请先核定一个，再提出更正。' },
    'death-change-open': { status: 409, title: '已有待审核的变更', detail: '本登记已有一项待审核的更正或撤销（{number}），请待其办结后再提出。' },
    'death-change-nothing': { status: 422, title: '没有要更正的内容', detail: '填写的内容与现有登记相同，请填写要更正的内容。' },
    'death-not-correctable': { status: 409, title: '当前状态不能更正', detail: '当前为“{state}”，不能提出更正。身份待核实的请登记身份，日期不一致的请先由区局核定。' },
    'death-change-proof': { status: 409, title: '缺少撤销依据', detail: '请先上传“更正、撤销依据”（如公安机关出具的情况说明），再审核通过撤销。' },
  },
  routes: {
    findDeaths: { method: 'GET', path: '/deaths', summary: '死亡登记列表', may: 'viewDeaths', query: DeathQuery, answer: DeathPage },
    getDeath: { method: 'GET', path: '/deaths/:id', summary: '死亡登记', may: 'viewDeaths', params: IdParams, answer: DeathDetail },
    registerDeath: { method: 'POST', path: '/deaths', summary: '登记死亡', may: 'death.register', body: RegisterDeath, answer: Saved },
    reportDeath: { method: 'POST', path: '/death-reports', summary: '报告死亡', may: 'death.report', body: ReportDeath, answer: Saved },
    confirmDeath: takes('confirm'),
    dismissDeath: takes('dismiss'),
    identifyDeath: takes('identify'),
    settleDeath: takes('settle'),
    proposeDeathChange: { method: 'POST', path: '/deaths/:id/changes', summary: '提出更正、撤销', may: 'deathChange.propose', params: IdParams, body: ProposeChange, answer: Saved },
    approveDeathChange: decides('approve'),
    rejectDeathChange: decides('reject'),
    addDeathPaper: { method: 'POST', path: '/deaths/:id/attachments', summary: '上传材料', may: 'addDeathPapers', params: IdParams, upload: true, body: attachmentFields(DEATH_PAPER), answer: attachmentView(DEATH_PAPER) },
    showDeathPaper: { method: 'GET', path: '/deaths/:id/attachments/:attachmentId', summary: '查看材料', may: 'viewDeathPapers', params: IdParams.extend({ attachmentId: Uuid }), answer: 'file' },
  },
} as const satisfies ContractPart

