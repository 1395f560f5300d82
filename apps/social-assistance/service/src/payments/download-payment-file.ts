import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { DomainProblem, type Actor } from '@xishan/domain'
import { CIPHERS, FileAnswer, Reads, UnitOfWork, writeSheetStream, type Ciphers, type SheetRow } from '@xishan/service-kit'
import type { TemplateLayout } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { LINES_AT_ONCE, columnsOf, detailBytes, digestedBytes, headBytes, rowOf, titlesOf, trailerBytes, type FileFrame, type StoredSending } from './file-content'
import { SENDINGS } from './stored-sendings'

interface StoredFile extends Omit<FileFrame, 'layout' | 'scheme'> {
  template: TemplateLayout & { scheme: string }
  divisionCode: string
  digest: string
  madeOn: string
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Makes a payment file again, with the bytes it had, as a stream. It ends with its last line only if it is what was sent: otherwise the
 * download breaks off. Who took it is noted; it holds what lists hide.
 */
@Injectable()
export class DownloadPaymentFile {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async execute(actor: Actor, id: string): Promise<FileAnswer> {
    const file = await this.reads.one<StoredFile>(
      actor,
      `select f.name, f.template, b.month, f.attempt_count as count, f.total_fen::float8 as "totalFen", f.digest, f.division_code as "divisionCode", f.made_on::text as "madeOn"
       from payment_file f join disbursement_batch b on b.id = f.batch_id where f.id = $1`,
      [id],
    )
    await this.unitOfWork.perform(actor, (work) => work.note({ type: 'payment_file', id, divisionCode: file.divisionCode }, 'downloadPaymentFile', { file: file.name, rows: file.count }))
    const { scheme, ...layout } = file.template
    const frame: FileFrame = { ...file, layout, scheme }
    const sendings = this.verified(this.reads.stream<StoredSending>(actor, `${SENDINGS} order by a.seq`, [id], LINES_AT_ONCE), frame, file.digest)
    return layout.format === 'PIPE'
      ? new FileAnswer(Readable.from(this.text(sendings, frame, file.digest), { objectMode: false }), `${frame.name}.txt`, `text/plain; charset=${layout.encoding.toLowerCase()}`)
      : new FileAnswer(this.workbook(sendings, frame, file.madeOn), `${frame.name}.xlsx`, XLSX)
  }

  /** @throws DomainProblem `payment-file-altered` after the last sending, when they are not what was digested */
  private async *verified(batches: AsyncIterable<StoredSending[]>, frame: FileFrame, digest: string): AsyncGenerator<StoredSending[]> {
    const hash = createHash('sm3')
    for await (const sendings of batches) {
      hash.update(await digestedBytes(frame, sendings, this.ciphers))
      yield sendings
    }
    if (hash.digest('hex') !== digest) throw new DomainProblem('payment-file-altered')
  }

  private async *text(batches: AsyncIterable<StoredSending[]>, frame: FileFrame, digest: string): AsyncGenerator<Buffer> {
    yield await headBytes(frame, digest)
    for await (const sendings of batches) yield await detailBytes(frame, sendings, this.ciphers)
    yield await trailerBytes(frame)
  }

  private workbook(batches: AsyncIterable<StoredSending[]>, frame: FileFrame, madeOn: string): Readable {
    return writeSheetStream({ name: frame.month, columns: columnsOf(frame.layout), titles: titlesOf(frame), rows: this.rows(batches, frame), madeAt: new Date(`${madeOn}T04:00:00Z`) })
  }

  private async *rows(batches: AsyncIterable<StoredSending[]>, frame: FileFrame): AsyncGenerator<SheetRow[]> {
    for await (const sendings of batches) yield sendings.map((sending) => rowOf(frame, sending, this.ciphers))
  }
}
