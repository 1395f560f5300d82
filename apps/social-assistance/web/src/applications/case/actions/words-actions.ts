import { actionInputs, type ApplicationAction } from '@xishan/social-assistance-contract'
import type { WordsAction } from '@xishan/web-kit/pages/cases'
import { api } from '../../../api'

const { accept, notAccept, completeCorrection, sendBackSurvey, sendBackOpinion, signOpinion, reinvestigate, submitToBureau, submitToLeader, audit, sendBackAudit, sign, returnToStreet, resumeInvestigation, resubmit } =
  actionInputs
const at = (id: string) => ({ params: { id } })

export const wordsActions = {
  completeCorrection: {
    title: '补正情况', schema: completeCorrection.shape.remark, lead: '材料补齐后回到待受理。',
    take: (id, version, remark) => api.completeCorrection({ ...at(id), body: { version, remark } }),
  },
  accept: {
    title: '备注', schema: accept.shape.remark, lead: '受理后开始计算办理时限，并可出具受理通知书。',
    take: (id, version, remark) => api.acceptApplication({ ...at(id), body: { version, remark } }),
  },
  notAccept: {
    title: '不予受理的理由', schema: notAccept.shape.reason, lead: '将出具不予受理通知书，写明理由和救济途径。',
    take: (id, version, reason) => api.notAcceptApplication({ ...at(id), body: { version, reason } }),
  },
  sendBackSurvey: {
    title: '退回重新调查的理由', schema: sendBackSurvey.shape.reason, take: (id, version, reason) => api.sendBackSurvey({ ...at(id), body: { version, reason } }),
  },
  sendBackOpinion: {
    title: '退回的理由', schema: sendBackOpinion.shape.reason, take: (id, version, reason) => api.sendBackOpinion({ ...at(id), body: { version, reason } }),
  },
  signOpinion: {
    title: '签批意见', schema: signOpinion.shape.opinion, lead: '签批后当日起公示。', usual: '经审阅，调查核对程序完整，同意初审意见，予以公示。',
    take: (id, version, opinion) => api.signOpinion({ ...at(id), body: { version, opinion } }),
  },
  reinvestigate: {
    title: '重新调查的安排', schema: reinvestigate.shape.reason, lead: '重新调查后须重新提出初审意见并再次公示。',
    take: (id, version, reason) => api.reinvestigate({ ...at(id), body: { version, reason } }),
  },
  submitToBureau: { title: '备注', schema: submitToBureau.shape.remark, take: (id, version, remark) => api.submitToBureau({ ...at(id), body: { version, remark } }) },
  submitToLeader: { title: '备注', schema: submitToLeader.shape.remark, take: (id, version, remark) => api.submitToLeader({ ...at(id), body: { version, remark } }) },
  audit: {
    title: '审核意见', schema: audit.shape.opinion, usual: '经审核，材料齐全，程序完整，同意报科室初签。',
    take: (id, version, opinion) => api.auditApplication({ ...at(id), body: { version, opinion } }),
  },
  sendBackAudit: { title: '退回审核的理由', schema: sendBackAudit.shape.reason, take: (id, version, reason) => api.sendBackAudit({ ...at(id), body: { version, reason } }) },
  sign: {
    title: '科室意见', schema: sign.shape.opinion, usual: '经复核，同意审核意见，报分管领导审核确认。',
    take: (id, version, opinion) => api.signApplication({ ...at(id), body: { version, opinion } }),
  },
  returnToStreet: {
    title: '退回街道的理由', schema: returnToStreet.shape.reason, lead: '请写明需要街道补充或改正的事项。',
    take: (id, version, reason) => api.returnToStreet({ ...at(id), body: { version, reason } }),
  },
  resumeInvestigation: {
    title: '补充调查的安排', schema: resumeInvestigation.shape.remark, take: (id, version, remark) => api.resumeInvestigation({ ...at(id), body: { version, remark } }),
  },
  resubmit: { title: '补充完善情况', schema: resubmit.shape.remark, take: (id, version, remark) => api.resubmit({ ...at(id), body: { version, remark } }) },
} as const satisfies Partial<Record<ApplicationAction, WordsAction>>

export type WordsActionName = keyof typeof wordsActions
