import { AtVersion, Instant, IsoDate } from '@xishan/domain'
import { z } from 'zod'

/** A way to read the point. An effect changes what the plan page shows; most only record the reading. */
export const RulingOption = z.object({
  key: z.string(),
  label: z.string(),
  effect: z.object({ indicator: z.int(), target: z.number() }).nullable(),
})
export type RulingOption = z.infer<typeof RulingOption>

export const Ruling = z.object({
  id: z.uuid(),
  text: z.string(),
  option: RulingOption.nullable(),
  ruledOn: IsoDate,
  ruledBy: z.string(),
  ruledAt: Instant,
  /** The newest one counts; earlier ones are history. */
  inForce: z.boolean(),
})

/** A point the plan leaves open (口径待明确事项): both readings, what is assumed until somebody rules, and the rulings. */
export const OpenPoint = z.object({
  id: z.uuid(),
  version: z.int(),
  position: z.int(),
  title: z.string(),
  /** What the plan says, with both figures. */
  wording: z.string(),
  /** Where in the plan. */
  place: z.string(),
  /** What the system does until there is a ruling. */
  assumption: z.string(),
  indicators: z.array(z.int()),
  projects: z.array(z.int()),
  options: z.array(RulingOption),
  rulings: z.array(Ruling),
  mayRule: z.boolean(),
})
export type OpenPoint = z.infer<typeof OpenPoint>

export const OpenPoints = z.object({ points: z.array(OpenPoint), ruled: z.int(), open: z.int() })

export const Rule = AtVersion.extend({
  text: z.string().trim().min(4, '请写明口径').max(1000, '口径不超过 1000 字'),
  /** One of the point's options; left out when the ruling is words only. */
  option: z.string().max(40).optional(),
})
export type Rule = z.infer<typeof Rule>
