import { ACCOUNT_PERIODS, type AccountMonth } from '@xishan/social-assistance-contract'

/** What of a month is not simply paid, as one says it; nothing for a month that is. */
export function standingOf({ period, heldFen, underWayFen, overpaidFen, toComeFen }: AccountMonth): string[] {
  return [
    ...(ACCOUNT_PERIODS[period] ? [ACCOUNT_PERIODS[period]] : []),
    ...(heldFen > 0 ? ['缓发'] : []),
    ...(underWayFen > 0 ? ['在途'] : []),
    ...(overpaidFen > 0 ? ['有多发'] : []),
    ...(period !== 'OPEN' && toComeFen > 0 ? ['未发'] : []),
  ]
}
