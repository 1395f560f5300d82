import { startDeadline } from '@xishan/domain'
import { ParameterBooks, calendar, type Work } from '@xishan/service-kit'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { periodOf } from '../applications/terms'
import { bookOffset, type OffsetLine } from '../recoveries/book-offset'
import { askOf } from './payment-desk'

/** What became of one sending. */
export interface Result {
  attemptId: string
  paid: boolean
  code: string
  text: string
  paidOn: string | null
  bankReference: string | null
}

const AT_ONCE = 1000

/**
 * Books results: the sending, its line, and what a paid line kept back for a recovery. A failed line has so many working days to be
 * sent again (a parameter). Only sendings that have no answer yet take one.
 */
export async function bookResults(work: Work, books: ParameterBooks, returnFileId: string, results: readonly Result[]): Promise<void> {
  const book = await books.on(work.businessDate, askOf(work))
  const { warnOn, dueOn } = startDeadline(calendar, work.businessDate, periodOf(book, PARAMETER.resendFailed), book.number(PARAMETER.warnAt))
  // Of a month whose lines have just moved on the statistics know nothing yet: left to them, each result would be compared with each sending.
  await work.query('set local enable_nestloop = off')
  for (let from = 0; from < results.length; from += AT_ONCE) {
    const some = results.slice(from, from + AT_ONCE)
    const booked = await work.query<OffsetLine & { paid: boolean; recoveryId: string | null }>(
      `with result as (
         select * from jsonb_to_recordset($1::jsonb) as r("attemptId" uuid, paid boolean, code text, text text, "paidOn" date, "bankReference" text)
       ), answered as (
         update disbursement_attempt a set state = case when r.paid then 'PAID' else 'FAILED' end, return_file_id = $2, code = r.code, result_text = r.text, returned_on = $3::date,
           paid_on = case when r.paid then r."paidOn" end, bank_reference = case when r.paid then r."bankReference" end,
           warn_on = case when r.paid then null else $4::date end, resend_by = case when r.paid then null else $5::date end
         from result r where a.id = r."attemptId" and a.state = 'SENT' returning a.line_id, a.number, r.paid, r.text
       ), moved as (
         update disbursement_line l set state = case when not n.paid then 'FAILED' when n.number > 1 then 'REISSUED' else 'PAID' end,
           state_because = case when n.paid then '' else n.text end, state_on = $3::date
         from answered n where l.id = n.line_id and l.state = 'SENT' returning l.id, l.recovery_id, l.offset_fen, l.month, n.paid)
       select id as "lineId", recovery_id as "recoveryId", offset_fen::float8 as "offsetFen", month, paid from moved`,
      [JSON.stringify(some), returnFileId, work.businessDate, warnOn, dueOn],
    )
    if (booked.length !== some.length) throw new Error(`${some.length} results for ${booked.length} sendings without an answer`)
    for (const { lineId, recoveryId, offsetFen, month, paid } of booked) if (paid && recoveryId !== null) await bookOffset(work, { lineId, recoveryId, offsetFen, month })
  }
}
