import { AtVersion, Deadline, IsoDate, Light, codeSet, reasonText } from '@xishan/domain'
import { z } from 'zod'
import type { ApplicationState } from './lifecycle'

/** A period of the procedure: it runs while the case stays, without a break, in one of these states. */
export interface Term {
  title: string
  /** Parameter that holds its length; the unit is the parameter's. */
  parameter: string
  runsIn: readonly ApplicationState[]
  source: string
}

const UNDER_WAY = [
  'ACCEPTED', 'INVESTIGATING', 'COUNTERSIGNING', 'OPINION', 'SIGNING', 'POSTING', 'OBJECTION', 'STREET_CONFIRMING', 'SUBMITTED_BUREAU', 'AUDITED', 'SIGNED', 'RETURNED',
] as const satisfies readonly ApplicationState[]

export const applicationTerms = {
  investigationStart: { title: '启动调查', parameter: 'subsistence.term.investigation-start', runsIn: ['ACCEPTED'], source: '民发〔2021〕57号第十五条' },
  posting: { title: '公示', parameter: 'subsistence.term.posting', runsIn: ['POSTING'], source: '民发〔2021〕57号第十九条' },
  bureauAudit: { title: '区局审核确认', parameter: 'subsistence.term.bureau-audit', runsIn: ['SUBMITTED_BUREAU', 'AUDITED', 'SIGNED'], source: '民发〔2021〕57号第二十条' },
  refusalNotice: { title: '书面告知不予确认', parameter: 'subsistence.term.refusal-notice', runsIn: ['REFUSED'], source: '民发〔2021〕57号第二十一条' },
  whole: { title: '全程办理', parameter: 'subsistence.term.whole', runsIn: UNDER_WAY, source: '民发〔2021〕57号第二十二条' },
} as const satisfies Record<string, Term>

export type TermName = keyof typeof applicationTerms
export const TERM_NAMES = Object.keys(applicationTerms) as TermName[]

export const termsRunningIn = (state: string): TermName[] =>
  TERM_NAMES.filter((name) => applicationTerms[name].runsIn.some((running) => running === state))

/** 30 working days; 20 where the street confirms; 45 where a reason of 57号 §22 extends it. */
export function wholeTermParameter(procedure: { delegated: boolean; extended: boolean }): string {
  if (procedure.extended) return 'subsistence.term.whole-extended'
  return procedure.delegated ? 'subsistence.term.whole-delegated' : 'subsistence.term.whole'
}

export const EXTENSION_REASON = codeSet('延长情形', '民发〔2021〕57号第二十二条', [
  ['OBJECTION', '公示有异议，需重新调查或民主评议'],
  ['SPLIT_REGISTER', '人户分离'],
  ['CROSS_REGION', '需跨区域核查'],
  ['HARD_CHECK', '家庭经济状况核对难度大'],
])

export const SUSPENSION_REASON = codeSet('中止计时情形', '本平台约定', [
  ['CORRECTION', '补充材料'],
  ['APPRAISAL', '鉴定'],
  ['EVALUATION', '评估'],
  ['HEARING', '听证'],
  ['ANNOUNCEMENT', '公告'],
])

export const SuspendClock = AtVersion.extend({ reason: SUSPENSION_REASON.schema, explanation: reasonText('中止计时的说明', 300) })
export const ResumeClock = AtVersion.extend({ explanation: reasonText('恢复计时的说明', 300) })
export const ExtendTerm = AtVersion.extend({ reason: EXTENSION_REASON.schema, explanation: reasonText('延长办理的说明', 300) })
export type SuspendClock = z.infer<typeof SuspendClock>
export type ResumeClock = z.infer<typeof ResumeClock>
export type ExtendTerm = z.infer<typeof ExtendTerm>

/** A term as the case page shows it. `endedOn` is null while it runs. */
export const TermView = z.object({
  name: z.enum(TERM_NAMES),
  title: z.string(),
  source: z.string(),
  deadline: Deadline,
  light: Light,
  endedOn: IsoDate.nullable(),
})
export type TermView = z.infer<typeof TermView>
