import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { ChangeDeath } from './change-death'
import { ReportDeath } from './report-death'
import { SettleDeath } from './settle-death'

/** What a person decides of a death. */
@Controller()
export class DeathActionsController {
  constructor(
    @Inject(ReportDeath) private readonly report: ReportDeath,
    @Inject(SettleDeath) private readonly settling: SettleDeath,
    @Inject(ChangeDeath) private readonly change: ChangeDeath,
  ) {}

  @Endpoint(routes.confirmDeath)
  confirmDeath(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmDeath>) {
    return this.report.confirm(actor, params.id, body)
  }

  @Endpoint(routes.dismissDeath)
  dismissDeath(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.dismissDeath>) {
    return this.report.dismiss(actor, params.id, body)
  }

  @Endpoint(routes.identifyDeath)
  identifyDeath(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.identifyDeath>) {
    return this.settling.identify(actor, params.id, body)
  }

  @Endpoint(routes.settleDeath)
  settleDeath(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.settleDeath>) {
    return this.settling.settle(actor, params.id, body)
  }

  @Endpoint(routes.proposeDeathChange)
  proposeDeathChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.proposeDeathChange>) {
    return this.change.propose(actor, params.id, body)
  }

  @Endpoint(routes.approveDeathChange)
  approveDeathChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveDeathChange>) {
    return this.change.approve(actor, params.id, body)
  }

  @Endpoint(routes.rejectDeathChange)
  rejectDeathChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectDeathChange>) {
    return this.change.reject(actor, params.id, body)
  }
}
