import type { Ask } from '@xishan/service-kit'
import { LINES_AT_ONCE, type StoredSending } from './file-content'

/** The sendings of a payment file, in its order. */
export const SENDINGS = `
  select a.seq, a.account_holder as holder, a.account_number_sealed as "sealedAccount", a.bank, a.document_number_sealed as "sealedDocument", l.person_key as "personKey",
         a.amount_fen::float8 as "amountFen", l.kind, l.month
  from disbursement_attempt a join disbursement_line l on l.id = a.line_id where a.payment_file_id = $1`

/** The same a few at a time, inside a transaction. */
export async function* sendingsOf(ask: Ask, paymentFileId: string): AsyncGenerator<StoredSending[]> {
  let last = 0
  for (;;) {
    const sendings = await ask<StoredSending>(`${SENDINGS} and a.seq > $2 order by a.seq limit ${LINES_AT_ONCE}`, [paymentFileId, last])
    const end = sendings.at(-1)
    if (!end) return
    yield sendings
    last = end.seq
  }
}
