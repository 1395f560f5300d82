import type { Actor, Page } from '@xishan/domain'
import { BusinessClock, Conditions, DivisionNames, Reads, cursorParts, type PlaceNames } from '@xishan/service-kit'
import type { BatchLineDetail, BatchLineQuery, BatchLineRow, FindingQuery, FindingRow } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { OPEN_FINDING } from './answer-findings'
import { LISTED_LINE, linePage, lineRow, type ListedLine } from './line-list'

type StoredFinding = Omit<FindingRow, 'streetName' | 'communityName'> & { divisionCode: string }

/** The lines of a batch and what the checks found of them. */
@Injectable()
export class FindLines {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, batchId: string, query: BatchLineQuery): Promise<Page<BatchLineRow>> {
    await this.reads.one(actor, `select 1 from disbursement_batch where id = $1`, [batchId])
    const { sql, parameters } = linePage(batchId, query)
    const page = await this.reads.page<ListedLine>(actor, query, sql, parameters)
    const names = await this.names()
    return { ...page, rows: page.rows.map((row) => lineRow(row, names)) }
  }

  async one(actor: Actor, id: string): Promise<BatchLineDetail> {
    const stored = await this.reads.one<ListedLine & Pick<BatchLineDetail, 'batchId' | 'stateOn' | 'trace' | 'findings'>>(
      actor,
      `select ${LISTED_LINE}, l.batch_id as "batchId", l.state_on::text as "stateOn", l.trace,
              (select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'severity', f.severity, 'detail', f.detail, 'answer', f.answer, 'answeredBy', f.answered_by, 'answeredOn', f.answered_on)
                                         order by f.severity, f.code), '[]') from disbursement_finding f where f.line_id = l.id) as findings
       from disbursement_line l join benefit b on b.id = l.benefit_id where l.id = $1`,
      [id],
    )
    return lineRow(stored, await this.names())
  }

  async findings(actor: Actor, batchId: string, query: FindingQuery): Promise<Page<FindingRow>> {
    await this.reads.one(actor, `select 1 from disbursement_batch where id = $1`, [batchId])
    const conditions = new Conditions().and('f.batch_id = ?', batchId)
    conditions
      .andIf(query.code, (code) => conditions.and('f.code = ?', code))
      .andIf(query.severity, (severity) => conditions.and('f.severity = ?', severity))
      .andIf(query.open, (open) => conditions.and(open ? OPEN_FINDING : `not (${OPEN_FINDING})`))
    const [after] = cursorParts(query.after, 1) ?? []
    conditions.andIf(after, (last) => conditions.and('f.id > ?::uuid', last))
    const page = await this.reads.page<StoredFinding>(
      actor,
      query,
      `select f.id, f.code, f.severity, f.detail, f.line_id as "lineId", l.seq, coalesce(l.applicant_name, '') as "applicantName", f.division_code as "divisionCode", l.pay_fen::float8 as "payFen",
              l.state as "lineState", f.answer, f.answered_by as "answeredBy", f.answered_on::text as "answeredOn", f.taken_out as "takenOut", f.id::text as cursor
       from disbursement_finding f left join disbursement_line l on l.id = f.line_id where ${conditions} order by f.id limit $${conditions.parameters.length + 1}::int`,
      conditions.parameters,
    )
    const names = await this.names()
    return { ...page, rows: page.rows.map(({ divisionCode, ...row }) => ({ ...row, streetName: names.street(divisionCode), communityName: names.community(divisionCode) })) }
  }

  private async names(): Promise<PlaceNames> {
    return this.divisions.on(await this.clock.today())
  }
}
