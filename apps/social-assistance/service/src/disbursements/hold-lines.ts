import type { Work } from '@xishan/service-kit'

export interface HeldLines {
  count: number
  fen: number
}

/**
 * Keeps back what waits to be sent for a benefit. A line that is on its way to the bank is no longer here to be held: the files are made
 * of lines that are locked and still pending, so a line is either in a file or held, never both.
 */
export async function holdLines(work: Work, benefitId: string, because: string): Promise<HeldLines> {
  const held = await work.query<{ fen: string }>(
    `with held as (
       update disbursement_line set state = 'HELD', state_because = $2, state_on = $3 where benefit_id = $1 and state = 'PENDING' returning pay_fen)
     select pay_fen::text as fen from held`,
    [benefitId, because, work.businessDate],
  )
  return { count: held.length, fen: held.reduce((sum, { fen }) => sum + Number(fen), 0) }
}
