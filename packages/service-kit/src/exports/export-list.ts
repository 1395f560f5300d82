import { buffer } from 'node:stream/consumers'
import type { Actor } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { BusinessClock } from '../clock/business-clock'
import { shanghaiTime } from '../clock/shanghai-time'
import { Reads } from '../database/reads'
import { DivisionNames } from '../divisions/division-names'
import type { JobProgress, JobResult, LongJob } from '../jobs/job'
import { writeSheetStream, type SheetRow } from '../spreadsheets'
import { newId } from '../unit-of-work/new-id'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import { EXPORTED_LISTS, type ExportedLists, type ExportRequest } from './exported-list'

const ROWS_A_REPORT = 1_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Writes a list into a workbook, off the request path and under the row security of the person who asked. Broken off by a crash it
 * begins anew, for half a workbook is of no use. Who took what out, and how much, is audited.
 */
@Injectable()
export class ExportList implements LongJob<ExportRequest> {
  readonly name = 'export-list'
  readonly title = '导出列表'

  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(EXPORTED_LISTS) private readonly lists: ExportedLists,
  ) {}

  async run(actor: Actor, input: ExportRequest, progress: JobProgress): Promise<JobResult> {
    const today = await this.clock.today()
    const list = this.lists(input, actor, today, await this.divisions.on(today))
    const { count } = await this.reads.one<{ count: number }>(actor, list.count.sql, list.count.parameters)
    await progress.report(0, count)
    const sheet = {
      name: list.title,
      columns: list.columns,
      rows: counted(list.batches(this.reads, actor), (done) => progress.report(done, Math.max(done, count))),
      mark: { user: actor.name, at: shanghaiTime(new Date()), ...(this.clock.isDemonstration ? { note: '演示数据' } : {}) },
    }
    const content = await buffer(writeSheetStream(sheet))
    await this.unitOfWork.perform(actor, (work) => work.note({ type: 'export', id: newId(), divisionCode: actor.scope }, 'exportList', { subject: input.subject, filters: input.filters, rows: count }))
    return { name: `${list.title}-${today}.xlsx`, mediaType: XLSX, content }
  }
}

async function* counted(batches: AsyncIterable<SheetRow[]>, report: (done: number) => Promise<void>): AsyncGenerator<SheetRow[]> {
  let done = 0
  let due = 0
  for await (const rows of batches) {
    yield rows
    done += rows.length
    if (done < due) continue
    await report(done)
    due = done + ROWS_A_REPORT
  }
}
