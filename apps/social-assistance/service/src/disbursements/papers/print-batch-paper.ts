import { DomainProblem, label, type Actor } from '@xishan/domain'
import { BusinessClock, DivisionNames, FileAnswer, Reads, UnitOfWork, renderPdf, renderWord, shanghaiTime, type Paper } from '@xishan/service-kit'
import { BATCH_PAPER, MOST_PRINTED_LINES, type BatchDetail, type BatchPaper, type BatchPaperQuery } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { FindBatches } from '../find-batches'
import { countLines, lineList, lineRow, type ListedLine } from '../line-list'
import { approvalSheet } from './approval-sheet'
import type { PaperBatch } from './batch-paper'
import { roster } from './roster'

const MEDIA: Record<BatchPaperQuery['format'], string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
const MAKERS: Readonly<Record<BatchPaper, (batch: PaperBatch) => Paper>> = { ROSTER: roster, APPROVAL_SHEET: approvalSheet }

/** Prints the roster or the approval sheet of a batch; each print is audited. */
@Injectable()
export class PrintBatchPaper {
  constructor(
    @Inject(FindBatches) private readonly find: FindBatches,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  /** @throws DomainProblem `roster-too-long` */
  async execute(actor: Actor, id: string, kind: BatchPaper, { format, division }: BatchPaperQuery): Promise<FileAnswer> {
    const batch = await this.find.detail(actor, id)
    const paper = MAKERS[kind](kind === 'ROSTER' ? await this.withLines(actor, batch, division) : await this.withStreets(actor, batch))
    await this.unitOfWork.perform(actor, (work) => work.note({ type: 'disbursement_batch', id, divisionCode: actor.scope }, 'printPaper', { paper: label(BATCH_PAPER, kind), ...(division ? { division } : {}) }))
    const content = await (format === 'pdf' ? renderPdf(paper) : renderWord(paper))
    return new FileAnswer(content, `${paper.title}-${batch.number}.${format}`, MEDIA[format], format === 'pdf')
  }

  private async withLines(actor: Actor, batch: BatchDetail, division: string | undefined): Promise<PaperBatch> {
    const counting = countLines(batch.id, { division })
    const { count } = await this.reads.one<{ count: number }>(actor, counting.sql, counting.parameters)
    if (count > MOST_PRINTED_LINES) throw new DomainProblem('roster-too-long', { count, most: MOST_PRINTED_LINES })
    const { sql, parameters } = lineList(batch.id, { division })
    const [rows, today] = await Promise.all([this.reads.query<ListedLine>(actor, sql, parameters), this.clock.today()])
    const names = await this.divisions.on(today)
    return { batch, place: division ? names.whole(division) : '', lines: rows.map((row) => lineRow(row, names)), streets: [], mark: this.mark(actor, today) }
  }

  private async withStreets(actor: Actor, batch: BatchDetail): Promise<PaperBatch> {
    const today = await this.clock.today()
    const [rows, names] = await Promise.all([
      this.reads.query<{ divisionCode: string; households: number; people: number; lines: number; payFen: number }>(
        actor,
        `select street as "divisionCode", count(distinct household_id)::int as households, coalesce(sum(member_count) filter (where kind = 'REGULAR'), 0)::int as people, count(*)::int as lines, sum(pay_fen)::float8 as "payFen"
         from (select left(division_code, 9) as street, household_id, member_count, kind, pay_fen from disbursement_line where batch_id = $1 and state not in ('HELD', 'CANCELLED')) l group by street order by street`,
        [batch.id],
      ),
      this.divisions.on(today),
    ])
    return { batch, place: '', lines: [], streets: rows.map(({ divisionCode, ...row }) => ({ ...row, name: names.street(divisionCode) })), mark: this.mark(actor, today) }
  }

  private mark(actor: Actor, today: string): PaperBatch['mark'] {
    const footer = `打印人：${actor.name}　打印时间：${today} ${shanghaiTime(new Date()).slice(-5)}`
    return this.clock.isDemonstration ? { footer: `${footer}　演示数据`, watermark: '演示数据' } : { footer }
  }
}
