import { IsoDate } from '@xishan/domain'
import { z } from 'zod'
import { IndicatorView } from './indicator'

/** A line that could not be asked, named so that nobody takes its last value for today's. */
export const LineTrouble = z.object({ line: z.string(), title: z.string(), sentence: z.string() })
export type LineTrouble = z.infer<typeof LineTrouble>

/** The plan page: all indicators, those that lag first. */
export const Plan = z.object({
  title: z.string(),
  baseYear: z.int(),
  targetYear: z.int(),
  startsOn: IsoDate,
  endsOn: IsoDate,
  businessDate: IsoDate,
  /** The plan's last day is past: values are final and nothing is on or off a path any more, only reached or not. */
  ended: z.boolean(),
  /** What to say above the table, null in an ordinary year. */
  notice: z.string().nullable(),
  indicators: z.array(IndicatorView),
  summary: z.object({
    onPath: z.int(),
    slightlyBehind: z.int(),
    behind: z.int(),
    bindingBehind: z.int(),
    notApplicable: z.int(),
    notReported: z.int(),
  }),
  troubles: z.array(LineTrouble),
})
export type Plan = z.infer<typeof Plan>
