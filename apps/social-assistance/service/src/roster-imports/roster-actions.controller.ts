import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { StartRosterApply } from './apply-roster'
import { StartRosterCheck } from './check-roster'
import { MapRoster } from './map-roster'
import { SettleRoster } from './settle-roster'

/** The steps of a roster. */
@Controller()
export class RosterActionsController {
  constructor(
    @Inject(MapRoster) private readonly mapping: MapRoster,
    @Inject(StartRosterCheck) private readonly checking: StartRosterCheck,
    @Inject(SettleRoster) private readonly settling: SettleRoster,
    @Inject(StartRosterApply) private readonly applying: StartRosterApply,
  ) {}

  @Endpoint(routes.mapRoster)
  mapRoster(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.mapRoster>) {
    return this.mapping.execute(actor, params.id, body)
  }

  @Endpoint(routes.checkRoster)
  checkRoster(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.checkRoster>) {
    return this.checking.execute(actor, params.id, body.version)
  }

  @Endpoint(routes.stopRosterCheck)
  stopRosterCheck(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.stopRosterCheck>) {
    return this.checking.stop(actor, params.id, body.version)
  }

  @Endpoint(routes.submitRoster)
  submitRoster(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.submitRoster>) {
    return this.settling.submit(actor, params.id, body)
  }

  @Endpoint(routes.giveRosterBack)
  giveRosterBack(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.giveRosterBack>) {
    return this.settling.giveBack(actor, params.id, body)
  }

  @Endpoint(routes.applyRoster)
  applyRoster(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.applyRoster>) {
    return this.applying.execute(actor, params.id, body.version)
  }

  @Endpoint(routes.stopRosterApply)
  stopRosterApply(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.stopRosterApply>) {
    return this.applying.stop(actor, params.id, body.version)
  }

  @Endpoint(routes.abandonRoster)
  abandonRoster(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.abandonRoster>) {
    return this.settling.abandon(actor, params.id, body)
  }
}
