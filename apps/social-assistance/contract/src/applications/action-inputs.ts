import { AtVersion, Fen, IsoDate, optionalText, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { SurveyRecord } from '../investigations/survey'
import { ObjectionInput } from '../objections/objection'
import { ATTACHMENT_KIND } from '../documents/attachment-kinds'
import { REFUSAL_GROUND } from '../decisions/decision'

const plain = AtVersion
const withRemark = AtVersion.extend({ remark: optionalText('备注', 300) })
const withReason = (title: string) => AtVersion.extend({ reason: reasonText(title) })
const withOpinion = (title: string) => AtVersion.extend({ opinion: reasonText(title) })

/** What each action asks for, by the action's name; the lifecycle and the routes both read it here. */
export const actionInputs = {
  submit: plain,
  discard: plain,
  requestCorrection: AtVersion.extend({
    /** Everything that is missing, at once: there is no second notice (57号 §10). */
    missing: z.array(ATTACHMENT_KIND.schema).max(20, '需补正的材料过多，请核对'),
    reason: reasonText('需补正的内容'),
    answerBy: IsoDate,
  }),
  completeCorrection: withRemark,
  accept: withRemark,
  notAccept: withReason('不予受理的理由'),
  startInvestigation: AtVersion.extend({ plannedOn: IsoDate.optional() }),
  investigate: AtVersion.extend({ survey: SurveyRecord }),
  countersign: AtVersion.extend({
    /** The second investigator was there and found it so. */
    agrees: z.literal(true, { message: '请确认调查情况属实后再签字；如有不同意见请退回重新调查' }),
    remark: optionalText('补充情况', 500),
  }),
  sendBackSurvey: withReason('退回重新调查的理由'),
  giveOpinion: AtVersion.extend({
    recommend: z.boolean({ message: '请选择拟确认或拟不予确认' }),
    opinion: reasonText('初审意见'),
    /** The amount the reviewer saw; another one by now means that something changed in between. */
    amountFen: Fen,
  }),
  sendBackOpinion: withReason('退回的理由'),
  signOpinion: withOpinion('签批意见'),
  recordObjection: AtVersion.extend(ObjectionInput.shape),
  reinvestigate: AtVersion.extend({ reason: reasonText('重新调查的安排') }),
  submitToBureau: withRemark,
  submitToLeader: withRemark,
  confirmAtStreet: AtVersion.extend({ opinion: reasonText('审核确认意见'), amountFen: Fen }),
  refuseAtStreet: AtVersion.extend({ ground: REFUSAL_GROUND.schema, reason: reasonText('不予确认的理由') }),
  recordHomeVisit: AtVersion.extend({ visitedOn: IsoDate, visitors: requiredText('入户人员', 100), findings: reasonText('入户核实情况', 2000) }),
  audit: withOpinion('审核意见'),
  sendBackAudit: withReason('退回审核的理由'),
  sign: withOpinion('科室意见'),
  confirm: AtVersion.extend({ opinion: reasonText('审核确认意见'), amountFen: Fen }),
  refuse: AtVersion.extend({ ground: REFUSAL_GROUND.schema, reason: reasonText('不予确认的理由') }),
  returnToStreet: withReason('退回街道的理由'),
  resumeInvestigation: withRemark,
  resubmit: AtVersion.extend({ remark: reasonText('补充完善情况') }),
  withdraw: AtVersion.extend({ requestedOn: IsoDate, reason: optionalText('撤回原因', 300) }),
  terminate: AtVersion.extend({ reason: reasonText('拒不配合的事实'), notifiedOn: IsoDate }),
} as const

export type ApplicationAction = keyof typeof actionInputs
export type ActionInputs = { [A in ApplicationAction]: z.output<(typeof actionInputs)[A]> }
