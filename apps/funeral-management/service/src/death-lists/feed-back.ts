import { buffer } from 'node:stream/consumers'
import { DEATHS_AT_ONCE, DEATH_OUTCOMES_PATH, DeathOutcomeWords, label, type Actor } from '@xishan/domain'
import { ROW_FINDING, type RowFinding } from '@xishan/funeral-management-contract'
import { CIPHERS, CONFIGURATION, Reads, ServiceTokens, UnitOfWork, shanghaiTime, writeSheetStream, type Ciphers, type JobProgress, type JobResult, type LongJob, type ServiceConfiguration, type SheetRow } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { z } from 'zod'
import { DeathList } from './death-list.entity'
import { listFile, rowsBelow } from './list-file'

interface ComparedRow {
  rowNumber: number
  finding: RowFinding
  messages: string[]
  deathId: string | null
  deathNumber: string | null
}

/** The lines that pay by persons, and what staff call them. */
const PAYING_LINES: readonly { line: string; title: string }[] = [{ line: 'social-assistance', title: '社会救助' }]
const ANSWER_WITHIN = 10_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** 比对反馈表: the source's own columns as it sent them, and behind them what came of each row. A line that does not answer is named. */
@Injectable()
export class FeedBack implements LongJob<{ listId: string }> {
  readonly name = 'feed-back-death-list'
  readonly title = '生成比对反馈表'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(ServiceTokens) private readonly tokens: ServiceTokens,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'peers'>,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async run(actor: Actor, { listId }: { listId: string }, progress: JobProgress): Promise<JobResult> {
    const list = await this.unitOfWork.perform(actor, async (work) => {
      const found = await work.get(DeathList, listId)
      await work.note({ type: 'death_list', id: listId, divisionCode: found.divisionCode }, 'feedBack', { number: found.number, rows: found.rowCount })
      return found
    })
    const bytes = await listFile.read((sql, parameters) => this.reads.query(actor, sql, parameters), this.ciphers, listId)
    const sheet = {
      name: '比对反馈表',
      titles: [`死亡信息比对反馈表（${list.number}，数据截至 ${list.coversTo}，反馈时间 ${shanghaiTime(new Date())}）`],
      columns: [...list.heads.map((title) => ({ title, width: 16 })), { title: '比对结果', width: 20 }, { title: '说明', width: 36 }, { title: '死亡登记编号', width: 22 }, ...PAYING_LINES.map(({ title }) => ({ title: `${title}处置结果`, width: 36 }))],
      rows: this.rows(actor, list, bytes, progress),
    }
    return { name: `比对反馈表-${list.number}.xlsx`, mediaType: XLSX, content: await buffer(writeSheetStream(sheet)) }
  }

  private async *rows(actor: Actor, list: DeathList, bytes: Buffer, progress: JobProgress): AsyncGenerator<SheetRow[]> {
    let done = 0
    for await (const batch of rowsBelow(bytes, list.headRow)) {
      const compared = await this.compared(actor, list.id, batch.map(({ number }) => number))
      const deathIds = [...new Set([...compared.values()].flatMap(({ deathId }) => deathId ?? []))]
      const words = await Promise.all(PAYING_LINES.map(({ line, title }) => this.ask(line, title, deathIds)))
      yield batch.map(({ number, cells }) => {
        const row = compared.get(number)
        return [...list.heads.map((_, at) => cells[at] ?? ''), label(ROW_FINDING, row?.finding), (row?.messages ?? []).join('；'), row?.deathNumber ?? '', ...words.map((tell) => (row?.deathId ? tell(row.deathId) : '未登记死亡，未作处置'))]
      })
      done += batch.length
      await progress.report(done, list.rowCount)
    }
  }

  private async compared(actor: Actor, listId: string, rowNumbers: readonly number[]): Promise<ReadonlyMap<number, ComparedRow>> {
    const rows = await this.reads.query<ComparedRow>(
      actor,
      `select r.row_number as "rowNumber", r.finding, r.messages, r.death_id as "deathId", d.number as "deathNumber" from death_list_row r left join death d on d.id = r.death_id where r.list_id = $1 and r.row_number = any($2)`,
      [listId, rowNumbers],
    )
    return new Map(rows.map((row) => [row.rowNumber, row]))
  }

  /** What a line says of each death; of all of them that it did not answer, when it did not. */
  private async ask(line: string, title: string, deathIds: readonly string[]): Promise<(deathId: string) => string> {
    const base = this.configuration.peers[line]
    if (!base) return () => `${title}未部署，未比对`
    const found = new Map<string, DeathOutcomeWords>()
    try {
      for (let from = 0; from < deathIds.length; from += DEATHS_AT_ONCE) {
        const response = await fetch(base.replace(/\/$/, '') + DEATH_OUTCOMES_PATH, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${await this.tokens.current()}` },
          body: JSON.stringify({ deathIds: deathIds.slice(from, from + DEATHS_AT_ONCE) }),
          signal: AbortSignal.timeout(ANSWER_WITHIN),
        })
        if (!response.ok) throw new Error(`${line} answered ${response.status}`)
        for (const answer of z.array(DeathOutcomeWords).parse(await response.json())) found.set(answer.deathId, answer)
      }
    } catch {
      return () => `${title}未答复（${shanghaiTime(new Date())}），请稍后重新生成`
    }
    return (deathId) => {
      const answer = found.get(deathId)
      return answer?.known ? answer.words : `${title}尚未收到该死亡信息`
    }
  }
}
