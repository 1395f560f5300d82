import { z } from 'zod'

/** Pass, fail, or not known because the evidence is missing. Unknown is never pass. */
export const TraceResult = z.enum(['pass', 'fail', 'unknown', 'info'])

/** A value that a rule looked at. `asOf` is the date of the evidence, `source` where it came from, in words staff know. */
export const TraceInput = z.object({
  label: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  unit: z.enum(['fen', 'people', 'months', 'percent', 'count', 'text', 'date', 'boolean']).default('text'),
  asOf: z.string().optional(),
  source: z.string().optional(),
})

/** One condition or one line of a calculation, in the order it was done. */
export const TraceStep = z.object({
  /** Code of the rule; its wording and article stand in the line's rule table under this code and version. */
  rule: z.string(),
  version: z.string(),
  result: TraceResult,
  inputs: z.array(TraceInput),
  /** Parameter versions that were chosen for this step. */
  parameters: z.array(z.object({ key: z.string(), version: z.int() })).default([]),
  /** The amount or number this step arrived at, if it computes one. */
  outcome: TraceInput.optional(),
})

export const DecisionTrace = z.object({
  /** The business date the parameters were chosen by. */
  decidedOn: z.string(),
  result: TraceResult,
  steps: z.array(TraceStep),
})
export type TraceResult = z.infer<typeof TraceResult>
export type TraceInput = z.infer<typeof TraceInput>
export type TraceStep = z.infer<typeof TraceStep>
export type DecisionTrace = z.infer<typeof DecisionTrace>

/** A rule's wording, stored once per version. */
export interface RuleText {
  code: string
  version: string
  title: string
  wording: string
  /** Law, standard, plan section or 'assumption'. */
  source: string
}

/** Fail if any step fails, else unknown if any is unknown, else pass. Steps of kind `info` do not count. */
export function overall(steps: readonly TraceStep[]): TraceResult {
  const results = steps.map((step) => step.result)
  if (results.includes('fail')) return 'fail'
  if (results.includes('unknown')) return 'unknown'
  return 'pass'
}
