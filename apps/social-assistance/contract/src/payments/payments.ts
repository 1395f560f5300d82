import { AtVersion, IdParams, Revealed, Saved, actionPermissions, type ContractPart } from '@xishan/domain'
import { z } from 'zod'
import { batchLifecycle } from '../disbursements/lifecycle'
import { BatchPayment, ExportFileInput } from './batch-payment'
import { FailedLinePage, FailedLineQuery, ProposeCorrection, RejectCorrection, ResendFailed, RevealLineAccount, TakeOutLine } from './failed-line'
import { PreviewReturnInput, ReadReturnInput, ResolveReturnRow, ReturnFilePage, ReturnFileQuery, ReturnPreview, ReturnRowPage, ReturnRowParams, ReturnRowQuery } from './return'
import { ChangePaymentTemplate, PaymentTemplateInput, PaymentTemplateView } from './template'

const BUREAU = ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'] as const
const permitted = actionPermissions('batch', batchLifecycle)

export const payments = {
  permissions: {
    'batch.exportFile': permitted['batch.exportFile'],
    'batch.registerSent': permitted['batch.registerSent'],
    'batch.readReturn': permitted['batch.readReturn'],
    'batch.resendFailed': permitted['batch.resendFailed'],
    'batch.reconcile': permitted['batch.reconcile'],
    'batch.close': permitted['batch.close'],
    viewPayments: BUREAU,
    downloadPaymentFiles: ['FINANCE'],
    editPaymentTemplates: ['BU_CLERK', 'FINANCE'],
    viewFailedLines: ['ST_CLERK', 'ST_REVIEWER', ...BUREAU],
    proposeCorrections: ['ST_CLERK', 'BU_CLERK'],
    decideFailedLines: ['FINANCE'],
    resolveReturnRows: ['FINANCE'],
    revealPaidAccounts: ['ST_CLERK', 'BU_CLERK', 'FINANCE'],
  },
  problems: {
    'payment-template-retired': { status: 409, title: '模板已停用', detail: '模板“{name}”已停用，请另选一个收款方模板。' },
    'payment-template-taken': { status: 409, title: '模板名称已使用', detail: '已有名为“{name}”的模板，请换一个名称，或修改原模板。' },
    'payment-nothing-to-send': { status: 409, title: '没有可发放的明细', detail: '本批次没有待发放的明细：已全部缓发或不再发放，请核对后作废或联系制表人。' },
    'payment-file-altered': { status: 409, title: '发放文件与登记的摘要不符', detail: '重新生成的文件与送出时的摘要不一致，不能下载，请联系系统管理员核查。' },
    'payment-approval-altered': { status: 409, title: '明细与签批时不一致', detail: '本批次明细与局长签批时的摘要不一致，不能生成发放文件，请联系系统管理员核查。' },
    'return-foreign': { status: 422, title: '不是本次发放的回盘文件', detail: '{reason}，请核对后选择与发放文件“{file}”对应的回盘文件。' },
    'return-incomplete': { status: 422, title: '回盘文件不完整', detail: '{reason}，文件可能被截断，未登记任何结果。请向收款单位重新索取完整文件。' },
    'return-sums': { status: 422, title: '回盘文件金额不平', detail: '{reason}，未登记任何结果。请与收款单位核对后重新索取。' },
    'return-unreadable': { status: 422, title: '回盘文件有无法识别的内容', detail: '共 {count} 处无法识别，未登记任何结果。{first}' },
    'return-empty': { status: 422, title: '回盘文件没有明细', detail: '文件中没有一行回盘结果，请核对是否选错文件。' },
    'return-known': { status: 409, title: '回盘文件已登记过', detail: '此文件已于 {on} 由{by}登记，没有新的结果，账目未变。' },
    'return-nothing-new': { status: 409, title: '没有新的回盘结果', detail: '文件中的 {count} 行结果此前都已登记，账目未变。' },
    'return-changed': { status: 409, title: '文件与预览时不同', detail: '所选文件与预览时的内容不一致，请重新预览后再登记。' },
    'return-row-resolved': { status: 409, title: '该行已处理', detail: '该行已由{by}处理，不能重复处理。' },
    'return-row-not-bookable': { status: 409, title: '不能直接登记结果', detail: '该行不能按核实情况登记付款结果：{reason}。请写明情况，并向收款单位索取更正后的回盘文件。' },
    'line-not-failed': { status: 409, title: '该笔不是发放失败', detail: '该笔当前为“{state}”，不能办理更正或不再重发，请刷新查看。' },
    'correction-open': { status: 409, title: '已有待确认的更正', detail: '该笔已由{by}提出更正，请等待财务确认或退回。' },
    'correction-decided': { status: 409, title: '更正已处理', detail: '该更正已由{by}处理，请刷新查看。' },
    'correction-missing': { status: 409, title: '尚未提出更正', detail: '所选明细中有 {count} 笔不是“待财务确认”，不能重发。请刷新后重新选择。' },
    'correction-own': { status: 403, title: '岗位分离限制', detail: '“{name}”的账户更正由您本人提出，须由其他同事确认重发。' },
    'account-unchanged': { status: 422, title: '账户没有变化', detail: '填写的账户与发放失败的账户相同。账户无误的，请选择“账户无误，按户上登记账户重发”。' },
    'account-missing': { status: 409, title: '户上没有登记账户', detail: '“{name}”户上没有登记银行账户，请提出更换账户。' },
    'reconcile-does-not-agree': { status: 409, title: '对账不平', detail: '{reasons}。请处理后再对账。' },
    'close-not-settled': { status: 409, title: '尚不能关账', detail: '{reasons}。请处理后再关账。' },
  },
  routes: {
    findPaymentTemplates: { method: 'GET', path: '/payment-templates', summary: '收款方模板', may: 'viewPayments', answer: z.array(PaymentTemplateView) },
    addPaymentTemplate: { method: 'POST', path: '/payment-templates', summary: '新增收款方模板', may: 'editPaymentTemplates', body: PaymentTemplateInput, answer: Saved },
    changePaymentTemplate: { method: 'PUT', path: '/payment-templates/:id', summary: '修改收款方模板', may: 'editPaymentTemplates', params: IdParams, body: ChangePaymentTemplate, answer: Saved },
    retirePaymentTemplate: { method: 'POST', path: '/payment-templates/:id/retire', summary: '停用收款方模板', may: 'editPaymentTemplates', params: IdParams, body: AtVersion, answer: Saved },

    getBatchPayment: { method: 'GET', path: '/batches/:id/payment', summary: '批次的发放、回盘和对账', may: 'viewPayments', params: IdParams, answer: BatchPayment },
    exportPaymentFile: { method: 'POST', path: '/batches/:id/export-file', summary: '生成发放文件', may: 'batch.exportFile', params: IdParams, body: ExportFileInput, answer: Saved },
    downloadPaymentFile: { method: 'GET', path: '/payment-files/:id/content', summary: '下载发放文件', may: 'downloadPaymentFiles', params: IdParams, answer: 'file' },
    registerPaymentSent: { method: 'POST', path: '/batches/:id/register-sent', summary: '登记发放文件已送达', may: 'batch.registerSent', params: IdParams, body: AtVersion, answer: Saved },
    resendFailedLines: { method: 'POST', path: '/batches/:id/resend-failed', summary: '重发失败明细', may: 'batch.resendFailed', params: IdParams, body: ResendFailed, answer: Saved },
    reconcileBatch: { method: 'POST', path: '/batches/:id/reconcile', summary: '对账', may: 'batch.reconcile', params: IdParams, body: AtVersion, answer: Saved },
    closeBatch: { method: 'POST', path: '/batches/:id/close', summary: '关账', may: 'batch.close', params: IdParams, body: AtVersion, answer: Saved },

    previewReturn: { method: 'POST', path: '/payment-files/:id/return-preview', summary: '预览回盘文件', may: 'batch.readReturn', params: IdParams, body: PreviewReturnInput, answer: ReturnPreview, upload: true },
    readReturn: { method: 'POST', path: '/payment-files/:id/returns', summary: '登记回盘结果', may: 'batch.readReturn', params: IdParams, body: ReadReturnInput, answer: Saved, upload: true },
    findReturnFiles: { method: 'GET', path: '/return-files', summary: '回盘文件列表', may: 'viewPayments', query: ReturnFileQuery, answer: ReturnFilePage },
    findReturnRows: { method: 'GET', path: '/return-rows', summary: '未对上的回盘行', may: 'viewPayments', query: ReturnRowQuery, answer: ReturnRowPage },
    resolveReturnRow: { method: 'POST', path: '/return-files/:id/rows/:row/resolution', summary: '处理未对上的回盘行', may: 'resolveReturnRows', params: ReturnRowParams, body: ResolveReturnRow, answer: Saved },

    findFailedLines: { method: 'GET', path: '/failed-lines', summary: '发放失败明细', may: 'viewFailedLines', query: FailedLineQuery, answer: FailedLinePage },
    proposeCorrection: { method: 'POST', path: '/failed-lines/:id/corrections', summary: '提出账户更正', may: 'proposeCorrections', params: IdParams, body: ProposeCorrection, answer: Saved },
    rejectCorrection: { method: 'POST', path: '/account-corrections/:id/rejection', summary: '退回账户更正', may: 'decideFailedLines', params: IdParams, body: RejectCorrection, answer: Saved },
    takeOutFailedLine: { method: 'POST', path: '/failed-lines/:id/removal', summary: '不再重发', may: 'decideFailedLines', params: IdParams, body: TakeOutLine, answer: Saved },
    revealLineAccount: { method: 'POST', path: '/failed-lines/:id/account', summary: '查看发放账号', may: 'revealPaidAccounts', params: IdParams, body: RevealLineAccount, answer: Revealed },
  },
} as const satisfies ContractPart
