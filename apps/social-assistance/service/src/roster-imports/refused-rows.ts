import type { Actor } from '@xishan/domain'
import { CIPHERS, FileAnswer, Reads, UnitOfWork, writeSheetStream, type Ciphers, type SheetRow } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { CellProblem } from './row-problem'
import { openCells } from './write-rows'

interface RefusedRow {
  cells: string
  problems: CellProblem[]
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const WHAT_IS_WRONG = '错误说明'
const BATCH = 300

/** The refused rows as they stood in the bureau's own file, with what is wrong behind them: to be corrected and imported again. Who took them is audited. */
@Injectable()
export class RefusedRows {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async download(actor: Actor, id: string): Promise<FileAnswer> {
    const roster = await this.reads.one<{ number: string; heads: string[]; divisionCode: string; rows: number }>(
      actor,
      `select number, heads, division_code as "divisionCode", (select count(*)::int from roster_row r where r.import_id = i.id and r.outcome = 'PROBLEM') as rows from roster_import i where id = $1`,
      [id],
    )
    await this.unitOfWork.perform(actor, (work) => work.note({ type: 'roster-download', id, divisionCode: roster.divisionCode }, 'downloadRosterProblems', { number: roster.number, rows: roster.rows }))
    const heads = roster.heads.at(-1) === WHAT_IS_WRONG ? roster.heads.slice(0, -1) : roster.heads
    const columns = [...heads.map((title) => ({ title })), { title: WHAT_IS_WRONG, width: 60 }]
    return new FileAnswer(writeSheetStream({ name: '错误明细', columns, rows: this.rows(actor, id, heads.length) }), `${roster.number}-错误明细.xlsx`, XLSX)
  }

  private async *rows(actor: Actor, id: string, width: number): AsyncGenerator<SheetRow[]> {
    const sql = `select cells_sealed as cells, problems from roster_row where import_id = $1 and outcome = 'PROBLEM' order by row_number`
    for await (const rows of this.reads.stream<RefusedRow>(actor, sql, [id], BATCH)) yield rows.map((row) => this.row(row, width))
  }

  private row({ cells, problems }: RefusedRow, width: number): SheetRow {
    const own = openCells(this.ciphers, cells)
    return [...Array.from({ length: width }, (_, at) => own[at] ?? null), problems.map(inWords).join('；')]
  }
}

const inWords = ({ column, problem, remedy }: CellProblem): string => `${column}：${[problem, remedy].filter(Boolean).join('，')}`
