import type { Actor, Page, RouteInput } from '@xishan/domain'
import { Conditions, Reads, cursorParts } from '@xishan/service-kit'
import { RESOLVABLE, type OpenReturnRow, type ReturnFileRow, type routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'

/** Return files and the rows of theirs that matched nothing, across batches. */
@Injectable()
export class FindReturns {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  /** Newest first. */
  files(actor: Actor, query: RouteInput<typeof routes.findReturnFiles>['query']): Promise<Page<ReturnFileRow>> {
    const conditions = new Conditions().andIf(query.batchId, (batchId) => conditions.and('r.batch_id = ?', batchId))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (id) => conditions.and('r.id < ?::uuid', id))
    return this.reads.page(
      actor,
      query,
      `select r.id, r.id::text as cursor, r.batch_id as "batchId", b.number as "batchNumber", b.title as "batchTitle", f.name as "paymentFileName", r.name, r.read_on::text as "readOn", r.read_by as "readBy",
              r.row_count as "rowCount", r.paid_count as "paidCount", r.failed_count as "failedCount", r.unmatched_count as "unmatchedCount",
              (select count(*)::int from return_row o where o.return_file_id = r.id and o.problem is not null and o.resolved_on is null) as "openCount"
       from return_file r join disbursement_batch b on b.id = r.batch_id join payment_file f on f.id = r.payment_file_id
       where ${conditions} order by r.id desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
  }

  rows(actor: Actor, query: RouteInput<typeof routes.findReturnRows>['query']): Promise<Page<OpenReturnRow>> {
    const conditions = new Conditions().and(query.standing === 'OPEN' ? 'o.problem is not null and o.resolved_on is null' : 'o.problem is not null and o.resolved_on is not null')
    conditions.andIf(query.batchId, (batchId) => conditions.and('o.batch_id = ?', batchId))
    const after = cursorParts(query.after, 2)
    if (after) conditions.and('(o.return_file_id, o.row_number) > (?::uuid, ?::int)', after[0], after[1])
    const bookable = conditions.place(RESOLVABLE)
    return this.reads.page(
      actor,
      query,
      `select o.return_file_id as "returnFileId", o.return_file_id || '|' || o.row_number as cursor, o.row_number as "rowNumber", o.batch_id as "batchId", b.number as "batchNumber", r.name as "fileName",
              r.read_on::text as "readOn", o.seq, o.result, o.code, o.amount_fen::float8 as "amountFen", o.paid_on::text as "paidOn", o.bank_reference as "bankReference", o.problem,
              a.account_holder as name, a.amount_fen::float8 as "sentFen", o.problem = any(${bookable}::text[]) and coalesce(a.state = 'SENT', false) as bookable,
              o.resolved_on::text as "resolvedOn", o.resolved_by as "resolvedBy", o.resolution
       from return_row o join return_file r on r.id = o.return_file_id join disbursement_batch b on b.id = o.batch_id left join disbursement_attempt a on a.id = o.attempt_id
       where ${conditions} order by o.return_file_id, o.row_number limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
  }
}
