import { AtVersion, IsoDate, defineLifecycle, optionalText, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { PartResults } from './assessment-parts'
import { ASSESSMENT_MODE, REGISTRATION_OUTCOME } from './code-sets'

const Assessor = z.object({ id: z.string().max(80).nullable().default(null), name: requiredText('评估人员姓名', 50) })

export const adoptionInputs = {
  open: z.object({}),
  assign: AtVersion.extend({ mode: ASSESSMENT_MODE.schema, organisation: optionalText('第三方机构名称', 60), assessors: z.array(Assessor).min(1, '请填写评估人员').max(6, '评估人员最多六人') })
    .refine(({ mode, assessors }) => mode !== 'STAFF' || new Set(assessors.map(({ name }) => name)).size >= 2, { path: ['assessors'], message: '自行评估的，评估人员不少于两人' })
    .refine(({ mode, organisation }) => mode !== 'THIRD_PARTY' || organisation !== '', { path: ['organisation'], message: '请填写第三方机构名称' }),
  assess: AtVersion.extend({ results: PartResults }),
  suspend: AtVersion.extend({ reason: reasonText('中止计时的原因') }),
  resume: AtVersion.extend({ reason: reasonText('恢复计时的说明') }),
  report: AtVersion.extend({ report: reasonText('评估报告摘要', 1000) }),
  pass: AtVersion.extend({ opinion: reasonText('评估结论和理由') }),
  refuse: AtVersion.extend({ opinion: reasonText('评估结论和理由') }),
  return: AtVersion.extend({ reason: reasonText('退回理由') }),
  handOver: AtVersion.extend({ acceptedOn: IsoDate }),
  announce: AtVersion.extend({ noticeOn: IsoDate }),
  recordOutcome: AtVersion.extend({ outcome: REGISTRATION_OUTCOME.schema, certificateNumber: optionalText('收养登记证字号', 60), on: IsoDate }).refine(({ outcome, certificateNumber }) => outcome !== 'REGISTERED' || certificateNumber !== '', {
    path: ['certificateNumber'],
    message: '已登记的，请填写收养登记证字号',
  }),
  withdraw: AtVersion.extend({ reason: reasonText('撤回原因') }),
} as const

/** 收养评估: who gathered it does not conclude it; the registration itself stays in the national system. */
export const adoptionLifecycle = defineLifecycle({
  name: 'adoption-assessment',
  title: '收养评估',
  initial: 'OPENED',
  states: {
    OPENED: { label: '待组织评估', step: 1, heldBy: ['BU_CLERK'] },
    ASSESSING: { label: '评估中', step: 2, heldBy: ['BU_CLERK'] },
    REPORTED: { label: '待出结论', step: 3, heldBy: ['BU_HEAD', 'BU_APPROVER'] },
    SUITABLE: { label: '待移送登记', step: 4, heldBy: ['BU_CLERK'] },
    REGISTERING: { label: '登记审查中', step: 5, heldBy: ['BU_CLERK'] },
    CLOSED: { label: '已办结', step: 6, final: true },
    UNSUITABLE: { label: '不适合收养', final: true },
    WITHDRAWN: { label: '申请人撤回', final: true },
  },
  actions: {
    open: { label: '登记收养评估申请', from: [], to: 'OPENED', by: ['BU_CLERK'], input: adoptionInputs.open },
    assign: { label: '组织评估', from: ['OPENED'], to: 'ASSESSING', by: ['BU_CLERK'], input: adoptionInputs.assign },
    assess: { label: '填写评估情况', from: ['ASSESSING'], to: 'ASSESSING', by: ['BU_CLERK'], input: adoptionInputs.assess },
    report: { label: '提交评估报告', from: ['ASSESSING'], to: 'REPORTED', by: ['BU_CLERK'], input: adoptionInputs.report },
    suspend: { label: '中止计时', from: ['ASSESSING'], to: 'ASSESSING', by: ['BU_CLERK'], input: adoptionInputs.suspend },
    resume: { label: '恢复计时', from: ['ASSESSING'], to: 'ASSESSING', by: ['BU_CLERK'], input: adoptionInputs.resume },
    pass: { label: '适合收养', from: ['REPORTED'], to: 'SUITABLE', by: ['BU_HEAD', 'BU_APPROVER'], notBy: ['open', 'assign', 'assess', 'report'], input: adoptionInputs.pass },
    refuse: { label: '不适合收养', from: ['REPORTED'], to: 'UNSUITABLE', by: ['BU_HEAD', 'BU_APPROVER'], notBy: ['open', 'assign', 'assess', 'report'], input: adoptionInputs.refuse, adverse: true },
    return: { label: '退回补充评估', from: ['REPORTED'], to: 'ASSESSING', by: ['BU_HEAD', 'BU_APPROVER'], notBy: ['open', 'assign', 'assess', 'report'], input: adoptionInputs.return, adverse: true },
    handOver: { label: '移送登记', from: ['SUITABLE'], to: 'REGISTERING', by: ['BU_CLERK'], input: adoptionInputs.handOver },
    announce: { label: '登记公告日期', from: ['REGISTERING'], to: 'REGISTERING', by: ['BU_CLERK'], input: adoptionInputs.announce },
    recordOutcome: { label: '登记收养登记结果', from: ['REGISTERING'], to: 'CLOSED', by: ['BU_CLERK'], input: adoptionInputs.recordOutcome },
    withdraw: { label: '申请人撤回', from: ['OPENED', 'ASSESSING'], to: 'WITHDRAWN', by: ['BU_CLERK'], input: adoptionInputs.withdraw, adverse: true },
  },
})
export type AdoptionState = keyof typeof adoptionLifecycle.states
export type AdoptionAction = keyof typeof adoptionLifecycle.actions
export const ADOPTION_STATES = Object.keys(adoptionLifecycle.states) as AdoptionState[]
