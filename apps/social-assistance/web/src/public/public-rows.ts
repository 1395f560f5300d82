import type { PublicBenefit, PublicPosting } from '@xishan/social-assistance-contract'

/** A row of a public list with its place in the page: nothing else tells two of them apart, and nothing else leads to a record. */
export type Placed<Row> = Row & { at: string }
export type PlacedPosting = Placed<PublicPosting>
export type PlacedBenefit = Placed<PublicBenefit>

export const placed = <Row extends object>({ rows, next }: { rows: readonly Row[]; next: string | null }): { rows: Placed<Row>[]; next: string | null } => ({
  rows: rows.map((row, at) => ({ ...row, at: String(at) })),
  next,
})

/** Whether a posting still hangs, for a reader on that day. */
export const postingStanding = ({ endsOn }: Pick<PublicPosting, 'endsOn'>, today: string): '公示中' | '今日期满' | '已期满' => {
  if (endsOn === today) return '今日期满'
  return endsOn > today ? '公示中' : '已期满'
}
