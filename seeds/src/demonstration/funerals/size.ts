import { z } from 'zod'
import { FACILITY_KIND, PLOT_KIND } from '@xishan/funeral-management-contract'
import listed from '../../../demo/funerals.json' with { type: 'json' }

const Size = z.object({
  note: z.string(),
  deathsAYear: z.object({ value: z.int(), sourceMark: z.literal('assumption'), source: z.string() }),
  /** How many of a hundred deaths fall to each street. */
  streets: z.record(z.string(), z.number()),
  ecoShare: z.object({ sourceMark: z.literal('assumption'), source: z.string(), byYear: z.record(z.string(), z.number()) }),
  facilities: z.array(
    z.object({
      name: z.string(),
      kind: FACILITY_KIND.schema,
      division: z.string(),
      address: z.string(),
      operator: z.string(),
      approval: z.tuple([z.string(), z.string(), z.string()]),
      /** Name, kind of plot, rows, columns, square metres of a plot. */
      zones: z.array(z.tuple([z.string(), PLOT_KIND.schema, z.int(), z.int(), z.number()])),
    }),
  ),
})

/** What the plan leaves open about deaths and graves, as the demonstration assumes it. */
export const SIZE = Size.parse(listed)

/** From this day every death is registered here as it comes to be known; what was before was taken over from the books. */
export const SINCE = '2024-10-08'
/** The business date on which the demonstration begins. */
export const TODAY = '2025-09-30'
/** The first year whose burials are in the books that were taken over. */
export const BOOKS_FROM = '2021-01-01'

/** The chance of a burial that saves land, by its day. */
export const ecoShareOn = (day: string): number => SIZE.ecoShare.byYear[day.slice(0, 4)] ?? 0.4
