import { buffer } from 'node:stream/consumers'
import type { Actor } from '@xishan/domain'
import { BusinessClock, Reads, UnitOfWork, newId, writeSheetStream, type JobProgress, type JobResult, type LongJob, type SheetRow, DivisionNames, shanghaiTime } from '@xishan/service-kit'
import type { ExportInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { exportedList } from './exported-list'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Writes a list into a workbook, off the request path and under the row security of the person who asked. Broken off by a crash it
 * begins anew, for half a workbook is of no use. Who took what out, and how much, is audited.
 */
@Injectable()
export class ExportList implements LongJob<ExportInput> {
  readonly name = 'export-list'
  readonly title = '导出列表'

  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async run(actor: Actor, input: ExportInput, progress: JobProgress): Promise<JobResult> {
    const today = await this.clock.today()
    const list = exportedList(input, actor, today, await this.divisions.on(today))
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

async function* counted(batches: AsyncIterable<SheetRow[]>, report: (done: number) => Promise<void>): AsyncGenerator<SheetRow> {
  let done = 0
  for await (const rows of batches) {
    yield* rows
    done += rows.length
    await report(done)
  }
}
