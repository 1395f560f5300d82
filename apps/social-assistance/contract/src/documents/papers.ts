import { codeSet, type CodeOf } from '@xishan/domain'

/** The papers of a case, printed from its data. */
export const PAPER_KIND = codeSet('文书', '本平台约定', [
  ['APPLICATION_APPROVAL_FORM', '最低生活保障申请审核确认表'],
  ['CHECK_AUTHORISATION', '家庭经济状况核对授权书'],
  ['SURVEY_FORM', '入户调查表'],
  ['ACCEPTANCE_NOTICE', '受理通知书'],
  ['CORRECTION_NOTICE', '补正材料告知书'],
  ['NON_ACCEPTANCE_NOTICE', '不予受理通知书'],
  ['CHECK_RESULT_NOTICE', '核对结果告知书'],
  ['POSTING_SHEET', '公示单'],
  ['CONFIRMATION_NOTICE', '确认通知书'],
  ['REFUSAL_NOTICE', '不予确认通知书'],
  ['TERMINATION_NOTICE', '终止审核确认告知书'],
])
export type PaperKind = CodeOf<typeof PAPER_KIND>

/** The states in which a paper says something true; before them it is not offered. Everything else may be printed at any time. */
export const PAPER_STATES: Partial<Record<PaperKind, readonly string[]>> = {
  CORRECTION_NOTICE: ['CORRECTION'],
  NON_ACCEPTANCE_NOTICE: ['NOT_ACCEPTED'],
  POSTING_SHEET: ['POSTING'],
  CONFIRMATION_NOTICE: ['CONFIRMED'],
  REFUSAL_NOTICE: ['REFUSED'],
  TERMINATION_NOTICE: ['TERMINATED'],
}

const AFTER_ACCEPTANCE: readonly PaperKind[] = ['ACCEPTANCE_NOTICE', 'SURVEY_FORM', 'CHECK_RESULT_NOTICE']
const BEFORE_ACCEPTANCE: readonly string[] = ['DRAFT', 'SUBMITTED', 'CORRECTION', 'NOT_ACCEPTED']

/** The papers that can be printed for a case in this state. */
export const papersFor = (state: string): PaperKind[] =>
  PAPER_KIND.codes.filter((kind) => {
    if (AFTER_ACCEPTANCE.includes(kind)) return !BEFORE_ACCEPTANCE.includes(state)
    return PAPER_STATES[kind]?.includes(state) ?? true
  })
