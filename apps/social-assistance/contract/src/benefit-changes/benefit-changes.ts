import { IdParams, PaperQuery, Saved, actionPermissions, actionRoute, attachmentFields, paperParams, type ContractPart } from '@xishan/domain'
import { z } from 'zod'
import { ATTACHMENT_KIND, AttachmentView } from '../documents/attachment-kinds'
import { HouseholdAccount } from '../households/household-account'
import { ReportChange, changeInputs } from './action-inputs'
import { BenefitChangeDetail, BenefitChangePage, BenefitChangeQuery } from './change-views'
import { ChangeFactsInput } from './facts'
import { benefitChangeLifecycle } from './lifecycle'
import { CHANGE_PAPER, ChangeDeliveryInput } from './papers'
import { ConfirmUnchanged, ProposeUnchanged, RecheckPage, RecheckQuery } from './rechecks'

const takes = actionRoute('benefitChange', benefitChangeLifecycle, '/benefit-changes/:id', changeInputs)
const STAFF = ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR'] as const

export const benefitChanges = {
  permissions: {
    ...actionPermissions('benefitChange', benefitChangeLifecycle),
    viewBenefitChanges: [...STAFF, 'DISCIPLINE'],
    editChangeFacts: ['ST_CLERK'],
    addChangeAttachments: ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER'],
    viewChangeAttachments: [...STAFF, 'DISCIPLINE'],
    printChangePapers: [...STAFF, 'DISCIPLINE'],
    recordChangeDelivery: ['ST_CLERK', 'ST_REVIEWER'],
    viewHouseholdAccount: [...STAFF, 'FINANCE', 'DISCIPLINE'],
  },
  problems: {
    'benefit-stopped': { status: 409, title: '待遇已停发', detail: '该待遇已停发，不能再办理变更；重新符合条件的请受理新申请。' },
    'change-open': { status: 409, title: '已有同类变更在办', detail: '该待遇已有“{kind}”在办（{number}），请在原件中办理。' },
    'nothing-held': { status: 409, title: '待遇未缓发', detail: '该待遇没有缓发，无需恢复发放。' },
    'already-held': { status: 409, title: '待遇已缓发', detail: '该待遇已在缓发中，无需再次缓发。' },
    'change-facts-missing': { status: 409, title: '家庭情况未填写', detail: '请先填写家庭成员和经济状况，再提出复核调整意见。' },
    'recompute-unknown': { status: 409, title: '尚有事项未查明', detail: '按现有证据尚不能得出结果，请先补全未查明的事项。' },
    'not-entitled-any-more': { status: 409, title: '已不符合条件', detail: '按现有证据，本户已不符合保障条件，请改为提出渐退或停发意见。' },
    'still-entitled': { status: 409, title: '仍符合条件', detail: '按现有证据，本户仍符合保障条件、每月 {amount} 元，不能因此提出渐退或停发意见。' },
    'not-unchanged': { status: 409, title: '情况有变化', detail: '按现有证据，保障金额由 {before} 元变为 {after} 元，不能按无变化办理，请提出变更意见。' },
    'outcome-of-kind': { status: 422, title: '意见与变更类型不符', detail: '“{kind}”不能提出“{outcome}”的意见，请重新选择。' },
    'change-month': { status: 422, title: '执行月份有误', detail: '执行月份应在 {from} 至 {to} 之间，请改正。' },
    'exit-month': { status: 422, title: '最后发放月份有误', detail: '最后发放月份应在 {from} 至 {to} 之间，请改正。' },
    'not-unchanged-proposal': { status: 409, title: '不是无变化意见', detail: '本件提出的是变更意见，请审核同意后报区局确认，或者退回核实。' },
    'only-unchanged': { status: 409, title: '本件无变化', detail: '本件提出的是无变化意见，请直接确认无变化，或者退回核实。' },
    'member-in-pay': { status: 409, title: '成员已在保', detail: '“{name}”已在其他家庭享受最低生活保障，不能重复计入，请核对后退回核实。' },
    'not-a-member': { status: 422, title: '成员不在本户', detail: '所选成员不在本户，请重新选择。' },
    'recheck-not-due': { status: 409, title: '未到复核期', detail: '“{name}”户的复核日期为 {on}，尚未到期，请从名单中去掉。' },
    'recheck-open': { status: 409, title: '已有复核在办', detail: '“{name}”户已有复核在办，请从名单中去掉，在原件中办理。' },
    'recheck-stale': { status: 409, title: '情况刚有变化', detail: '“{name}”户在您打开名单后已有变动，请刷新名单后再办理；本次没有办理任何一户。' },
    'change-notice-not-yet': { status: 409, title: '尚不能出具该文书', detail: '本件当前为“{state}”，确认变更后才能出具或登记送达《{paper}》。' },
  },
  routes: {
    findBenefitChanges: { method: 'GET', path: '/benefit-changes', summary: '在保变更列表', may: 'viewBenefitChanges', query: BenefitChangeQuery, answer: BenefitChangePage },
    getBenefitChange: { method: 'GET', path: '/benefit-changes/:id', summary: '在保变更', may: 'viewBenefitChanges', params: IdParams, answer: BenefitChangeDetail },
    reportChange: { method: 'POST', path: '/benefit-changes', summary: '登记变更', may: 'benefitChange.report', body: ReportChange, answer: Saved },
    fillChangeFacts: { method: 'PUT', path: '/benefit-changes/:id/facts', summary: '填写变更后的家庭情况', may: 'editChangeFacts', params: IdParams, body: ChangeFactsInput, answer: Saved },
    proposeChange: takes('propose'),
    reviewChange: takes('review'),
    confirmUnchanged: takes('confirmUnchanged'),
    confirmChange: takes('confirm'),
    sendBackChange: takes('sendBack'),
    rejectChange: takes('reject'),
    withdrawChange: takes('withdraw'),
    recordChangeDelivery: { method: 'POST', path: '/benefit-changes/:id/deliveries', summary: '登记变更文书送达', may: 'recordChangeDelivery', params: IdParams, body: ChangeDeliveryInput, answer: Saved },
    printChangePaper: { method: 'GET', path: '/benefit-changes/:id/papers/:kind', summary: '出具变更文书', may: 'printChangePapers', params: paperParams(CHANGE_PAPER), query: PaperQuery, answer: 'file' },
    addChangeAttachment: { method: 'POST', path: '/benefit-changes/:id/attachments', summary: '上传变更材料', may: 'addChangeAttachments', params: IdParams, body: attachmentFields(ATTACHMENT_KIND), answer: AttachmentView, upload: true },
    downloadChangeAttachment: { method: 'GET', path: '/benefit-changes/:id/attachments/:attachmentId', summary: '查看变更材料', may: 'viewChangeAttachments', params: IdParams.extend({ attachmentId: z.uuid('材料编号格式不正确') }), answer: 'file' },

    findRechecks: { method: 'GET', path: '/rechecks', summary: '到期复核名单', may: 'viewBenefitChanges', query: RecheckQuery, answer: RecheckPage },
    proposeUnchanged: { method: 'POST', path: '/rechecks/unchanged', summary: '批量复核：提出无变化意见', may: 'benefitChange.propose', body: ProposeUnchanged, answer: Saved },
    confirmRechecks: { method: 'POST', path: '/rechecks/confirmations', summary: '批量复核：确认无变化', may: 'benefitChange.confirmUnchanged', body: ConfirmUnchanged, answer: Saved },

    getHouseholdAccount: { method: 'GET', path: '/households/:id/account', summary: '家庭账户', may: 'viewHouseholdAccount', params: IdParams, answer: HouseholdAccount },
    printHouseholdAccount: { method: 'GET', path: '/households/:id/account/paper', summary: '家庭账户清单', may: 'viewHouseholdAccount', params: IdParams, query: PaperQuery, answer: 'file' },
  },
} as const satisfies ContractPart
