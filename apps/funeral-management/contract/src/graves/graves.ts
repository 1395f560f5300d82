import { IdParams, PaperQuery, Saved, Uuid, actionPermissions, actionRoute, attachmentFields, attachmentView, type ContractPart } from '@xishan/domain'
import { ReportGrave, GraveCounts, GraveDetail, GravePage, GraveQuery } from './grave'
import { GRAVE_PHOTO } from './kinds'
import { graveInputs, graveLifecycle } from './lifecycle'

const takes = actionRoute('grave', graveLifecycle, '/illegal-graves/:id', graveInputs)
const READERS = ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'] as const

export const graves = {
  permissions: {
    ...actionPermissions('grave', graveLifecycle),
    viewGraves: READERS,
    addGravePhotos: ['COMMUNITY', 'ST_CLERK', 'BU_CLERK'],
    viewGravePhotos: READERS,
    printGraveNotice: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD'],
  },
  problems: {
    'grave-place': { status: 422, title: '没有这个街道或社区', detail: '墓址所在的街道或社区不存在，请从列表中重新选择。' },
    'grave-not-your-area': { status: 422, title: '墓址不在您的辖区', detail: '墓址在“{place}”，不在您的辖区，请由所在街道或区局登记。' },
    'grave-date': { status: 422, title: '日期有误', detail: '{title}应在 {from} 至 {to} 之间，请改正。' },
    'grave-photo-new': { status: 422, title: '请上传本次的照片', detail: '“{kind}”都是本环节以前上传的，请上传本次到现场拍摄的照片后再提交。' },
    'grave-no-notice': { status: 409, title: '还没有整改通知', detail: '本件还没有制发整改通知，请核实后先制发通知。' },
    'grave-served': { status: 409, title: '通知已送达', detail: '整改通知已于 {date} 送达，不能重复登记。' },
    'grave-not-served': { status: 409, title: '通知尚未送达', detail: '整改通知 {number} 尚未登记送达，期限还没有起算，不能{action}。请先登记送达。' },
    'grave-extended': { status: 409, title: '已经延期一次', detail: '整改期限已延长过一次，不能再次延期。' },
    'grave-extension': { status: 422, title: '延期日期有误', detail: '延期应晚于现期限 {from}，且不得超过 {to}，请改正。' },
    'grave-term-running': { status: 409, title: '整改期限未到', detail: '整改期限至 {date}，期限届满仍未整改的才能移交处置。' },
  },
  routes: {
    findGraves: { method: 'GET', path: '/illegal-graves', summary: '违法墓列表', may: 'viewGraves', query: GraveQuery, answer: GravePage },
    countGraves: { method: 'GET', path: '/illegal-graves/counts', summary: '违法墓统计', may: 'viewGraves', query: GraveQuery, answer: GraveCounts },
    getGrave: { method: 'GET', path: '/illegal-graves/:id', summary: '违法墓', may: 'viewGraves', params: IdParams, answer: GraveDetail },
    reportGrave: { method: 'POST', path: '/illegal-graves', summary: '登记违法墓', may: 'grave.report', upload: true, body: ReportGrave, answer: Saved },
    printGraveNotice: { method: 'GET', path: '/illegal-graves/:id/notice', summary: '责令整改通知书', may: 'printGraveNotice', params: IdParams, query: PaperQuery, answer: 'file' },
    addGravePhoto: { method: 'POST', path: '/illegal-graves/:id/attachments', summary: '上传照片', may: 'addGravePhotos', params: IdParams, upload: true, body: attachmentFields(GRAVE_PHOTO), answer: attachmentView(GRAVE_PHOTO) },
    showGravePhoto: { method: 'GET', path: '/illegal-graves/:id/attachments/:attachmentId', summary: '查看照片', may: 'viewGravePhotos', params: IdParams.extend({ attachmentId: Uuid }), answer: 'file' },
    verifyGrave: takes('verify'),
    dismissGrave: takes('dismiss'),
    issueGraveNotice: takes('issue'),
    serveGraveNotice: takes('serve'),
    extendGraveNotice: takes('extend'),
    rectifyGrave: takes('rectify'),
    migrateGrave: takes('migrate'),
    plantGrave: takes('plant'),
    enforceGrave: takes('enforce'),
    closeGrave: takes('close'),
    returnGrave: takes('return'),
    reopenGrave: takes('reopen'),
  },
} as const satisfies ContractPart
