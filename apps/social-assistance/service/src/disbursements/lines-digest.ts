import { createHash } from 'node:crypto'
import type { Work } from '@xishan/service-kit'

const CHUNK = 5_000

/** SM3 over everything of a batch's lines that never changes, in their order: what the director signed, and what a payment file can be held against. */
export async function digestOfLines(work: Work, batchId: string): Promise<string> {
  const hash = createHash('sm3')
  for (let after = 0; ; ) {
    const [chunk] = await work.query<{ last: number | null; text: string | null }>(
      `select max(seq) as last, string_agg(concat_ws('|', seq, kind, month, benefit_id, payable_id, recovery_id, amount_fen, offset_fen, bank, account_number_sealed, account_holder) || chr(10), '' order by seq) as text
       from (select * from disbursement_line where batch_id = $1 and seq > $2 order by seq limit ${CHUNK}) lines`,
      [batchId, after],
    )
    if (!chunk?.text || chunk.last === null) return hash.digest('hex')
    hash.update(chunk.text)
    after = chunk.last
  }
}
