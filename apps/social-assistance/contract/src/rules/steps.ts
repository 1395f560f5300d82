import { label, type TraceInput, type TraceResult, type TraceStep } from '@xishan/domain'
import { EVIDENCE_SOURCE, type Evidence } from '../finances/income'
import { RULE_TEXTS, type RuleCode } from './rule-texts'

/** What a rule function gives back: its outcome and how it came about. */
export interface Reasoned<T> {
  outcome: T
  steps: TraceStep[]
}

interface StepParts {
  inputs?: TraceInput[]
  parameters?: TraceStep['parameters']
  outcome?: TraceInput
}

/** One line of the trace, under the rule's present version. */
export const step = (rule: RuleCode, result: TraceResult, { inputs = [], parameters = [], outcome }: StepParts = {}): TraceStep => ({
  rule,
  version: RULE_TEXTS[rule].version,
  result,
  inputs,
  parameters,
  ...(outcome ? { outcome } : {}),
})

const proof = (evidence?: Evidence): Pick<TraceInput, 'asOf' | 'source'> =>
  evidence ? { asOf: evidence.date, source: label(EVIDENCE_SOURCE, evidence.source) } : {}

export const inFen = (title: string, value: number, evidence?: Evidence): TraceInput => ({ label: title, value, unit: 'fen', ...proof(evidence) })
export const inWords = (title: string, value: string, evidence?: Evidence): TraceInput => ({ label: title, value, unit: 'text', ...proof(evidence) })
export const inPeople = (title: string, value: number): TraceInput => ({ label: title, value, unit: 'people' })
export const inCount = (title: string, value: number): TraceInput => ({ label: title, value, unit: 'count' })
export const inPercent = (title: string, value: number): TraceInput => ({ label: title, value, unit: 'percent' })
export const inMonths = (title: string, value: number): TraceInput => ({ label: title, value, unit: 'months' })
export const onDate = (title: string, value: string | null): TraceInput => ({ label: title, value, unit: 'date', ...(value ? { asOf: value } : {}) })

export const passIf = (condition: boolean): TraceResult => (condition ? 'pass' : 'fail')
