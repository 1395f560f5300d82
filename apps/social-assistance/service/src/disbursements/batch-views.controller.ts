import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, ExportList, Input, LongJobs } from '@xishan/service-kit'
import { routes, type RosterExport } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindBatches } from './find-batches'
import { FindLines } from './find-lines'
import { FindMoney } from './find-money'
import { PrintBatchPaper } from './papers/print-batch-paper'

@Controller()
export class BatchViewsController {
  constructor(
    @Inject(FindBatches) private readonly batches: FindBatches,
    @Inject(FindLines) private readonly lines: FindLines,
    @Inject(FindMoney) private readonly money: FindMoney,
    @Inject(PrintBatchPaper) private readonly papers: PrintBatchPaper,
    @Inject(LongJobs) private readonly jobs: LongJobs,
  ) {}

  @Endpoint(routes.findBatches)
  findBatches(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findBatches>) {
    return this.batches.page(actor, query)
  }

  @Endpoint(routes.getBatch)
  getBatch(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getBatch>) {
    return this.batches.detail(actor, params.id)
  }

  @Endpoint(routes.findBatchLines)
  findBatchLines(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findBatchLines>) {
    return this.lines.page(actor, params.id, query)
  }

  @Endpoint(routes.getBatchLine)
  getBatchLine(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getBatchLine>) {
    return this.lines.one(actor, params.id)
  }

  @Endpoint(routes.findFindings)
  findFindings(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findFindings>) {
    return this.lines.findings(actor, params.id, query)
  }

  @Endpoint(routes.getMoney)
  getMoney(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.getMoney>) {
    return this.money.statistics(actor, query)
  }

  @Endpoint(routes.printBatchPaper)
  printBatchPaper(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.printBatchPaper>) {
    return this.papers.execute(actor, params.id, params.kind, query)
  }

  @Endpoint(routes.exportRoster)
  async exportRoster(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.exportRoster>) {
    return this.jobs.start(actor, ExportList, { subject: 'ROSTER', filters: { ...body, batchId: params.id } } satisfies RosterExport)
  }
}
