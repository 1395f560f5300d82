import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindRecoveries } from './find-recoveries'
import { FindRecovery } from './find-recovery'
import { OpenRecovery } from './open-recovery'
import { PrintRecoveryNotice } from './print-recovery-notice'
import { RecordFine } from './record-fine'
import { RecordRepayment } from './record-repayment'

/** Recoveries, their money and their notice. */
@Controller()
export class RecoveriesController {
  constructor(
    @Inject(FindRecoveries) private readonly list: FindRecoveries,
    @Inject(FindRecovery) private readonly one: FindRecovery,
    @Inject(OpenRecovery) private readonly opening: OpenRecovery,
    @Inject(RecordRepayment) private readonly repayment: RecordRepayment,
    @Inject(RecordFine) private readonly fine: RecordFine,
    @Inject(PrintRecoveryNotice) private readonly notice: PrintRecoveryNotice,
  ) {}

  @Endpoint(routes.findRecoveries)
  findRecoveries(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findRecoveries>) {
    return this.list.page(actor, query)
  }

  @Endpoint(routes.sumRecoveries)
  sumRecoveries(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.sumRecoveries>) {
    return this.list.totals(actor, query)
  }

  @Endpoint(routes.getRecovery)
  getRecovery(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getRecovery>) {
    return this.one.detail(actor, params.id)
  }

  @Endpoint(routes.printRecoveryNotice)
  printRecoveryNotice(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.printRecoveryNotice>) {
    return this.notice.execute(actor, params.id, query.format)
  }

  @Endpoint(routes.openRecovery)
  openRecovery(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.openRecovery>) {
    return this.opening.execute(actor, body)
  }

  @Endpoint(routes.recordRepayment)
  recordRepayment(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordRepayment>) {
    return this.repayment.execute(actor, params.id, body)
  }

  @Endpoint(routes.recordFine)
  recordFine(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordFine>) {
    return this.fine.execute(actor, params.id, body)
  }
}
