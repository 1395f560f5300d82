import { IdParams, PaperQuery, Saved, actionRoute, attachmentFields, paperParams, type Route } from '@xishan/domain'
import { z } from 'zod'
import { AnswerObjection, ReportInput } from '../objections/objection'
import { ATTACHMENT_KIND, AttachmentView } from '../documents/attachment-kinds'
import { DeliveryInput } from '../documents/delivery'
import { PAPER_KIND } from '../documents/papers'
import { FinancesInput } from '../finances/finances'
import { HouseholdInput } from '../households/household'
import { actionInputs } from './action-inputs'
import { ApplicationDetail, ApplicationPage, ApplicationQuery, DuplicateAnswer, DuplicateCheck } from './application'
import { applicationLifecycle } from './lifecycle'
import { ExtendTerm, ResumeClock, SuspendClock } from './terms'
import { DraftInput, EntryInput, UpdateDraft } from './window'

const takes = actionRoute('application', applicationLifecycle, '/applications/:id', actionInputs)

export const applicationRoutes = {
  findApplications: { method: 'GET', path: '/applications', summary: '办件列表', may: 'viewApplications', query: ApplicationQuery, answer: ApplicationPage },
  getApplication: { method: 'GET', path: '/applications/:id', summary: '办件', may: 'viewApplications', params: IdParams, answer: ApplicationDetail },
  checkDuplicate: { method: 'POST', path: '/applications/duplicate-check', summary: '查重：是否在保或有在办件', may: 'checkDuplicates', body: DuplicateCheck, answer: DuplicateAnswer },

  createDraft: { method: 'POST', path: '/applications', summary: '新建申请', may: 'takeApplications', body: DraftInput, answer: Saved },
  updateDraft: { method: 'PUT', path: '/applications/:id', summary: '修改受理信息', may: 'takeApplications', params: IdParams, body: UpdateDraft, answer: Saved },
  chooseEntry: { method: 'PUT', path: '/applications/:id/entry', summary: '选择申请方式', may: 'editHousehold', params: IdParams, body: EntryInput, answer: Saved },
  fillHousehold: { method: 'PUT', path: '/applications/:id/household', summary: '填写家庭成员', may: 'editHousehold', params: IdParams, body: HouseholdInput, answer: Saved },
  fillFinances: { method: 'PUT', path: '/applications/:id/finances', summary: '填写家庭经济状况', may: 'editHousehold', params: IdParams, body: FinancesInput, answer: Saved },

  submitApplication: takes('submit'),
  discardDraft: takes('discard'),
  requestCorrection: takes('requestCorrection'),
  completeCorrection: takes('completeCorrection'),
  acceptApplication: takes('accept'),
  notAcceptApplication: takes('notAccept'),
  startInvestigation: takes('startInvestigation'),
  investigate: takes('investigate'),
  countersign: takes('countersign'),
  sendBackSurvey: takes('sendBackSurvey'),
  giveOpinion: takes('giveOpinion'),
  sendBackOpinion: takes('sendBackOpinion'),
  signOpinion: takes('signOpinion'),
  recordObjection: takes('recordObjection'),
  reinvestigate: takes('reinvestigate'),
  submitToBureau: takes('submitToBureau'),
  submitToLeader: takes('submitToLeader'),
  confirmAtStreet: takes('confirmAtStreet'),
  refuseAtStreet: takes('refuseAtStreet'),
  recordHomeVisit: takes('recordHomeVisit'),
  auditApplication: takes('audit'),
  sendBackAudit: takes('sendBackAudit'),
  signApplication: takes('sign'),
  confirmApplication: takes('confirm'),
  refuseApplication: takes('refuse'),
  returnToStreet: takes('returnToStreet'),
  resumeInvestigation: takes('resumeInvestigation'),
  resubmit: takes('resubmit'),
  withdrawApplication: takes('withdraw'),
  terminateApplication: takes('terminate'),

  recordReport: { method: 'POST', path: '/applications/:id/reports', summary: '登记投诉举报', may: 'recordReports', params: IdParams, body: ReportInput, answer: Saved },
  answerObjection: { method: 'POST', path: '/applications/:id/objection-answers', summary: '登记异议答复', may: 'answerObjections', params: IdParams, body: AnswerObjection, answer: Saved },
  recordDelivery: { method: 'POST', path: '/applications/:id/deliveries', summary: '登记文书送达', may: 'recordDelivery', params: IdParams, body: DeliveryInput, answer: Saved },
  suspendClock: { method: 'POST', path: '/applications/:id/clock/suspension', summary: '中止计时', may: 'manageClock', params: IdParams, body: SuspendClock, answer: Saved },
  resumeClock: { method: 'POST', path: '/applications/:id/clock/resumption', summary: '恢复计时', may: 'manageClock', params: IdParams, body: ResumeClock, answer: Saved },
  extendTerm: { method: 'POST', path: '/applications/:id/clock/extension', summary: '延长办理时限', may: 'manageClock', params: IdParams, body: ExtendTerm, answer: Saved },

  addAttachment: { method: 'POST', path: '/applications/:id/attachments', summary: '上传材料', may: 'addAttachments', params: IdParams, body: attachmentFields(ATTACHMENT_KIND), answer: AttachmentView, upload: true },
  downloadAttachment: { method: 'GET', path: '/applications/:id/attachments/:attachmentId', summary: '查看材料', may: 'viewAttachments', params: IdParams.extend({ attachmentId: z.uuid('材料编号格式不正确') }), answer: 'file' },
  printPaper: { method: 'GET', path: '/applications/:id/papers/:kind', summary: '出具文书', may: 'printPapers', params: paperParams(PAPER_KIND), query: PaperQuery, answer: 'file' },
} as const satisfies Record<string, Route>
