import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { DecideSettlement } from './decide-settlement'
import { DrawSettlement } from './draw-settlement'
import { FindSettlements } from './find-settlements'

@Controller()
export class SettlementsController {
  constructor(
    @Inject(FindSettlements) private readonly find: FindSettlements,
    @Inject(DrawSettlement) private readonly drawing: DrawSettlement,
    @Inject(DecideSettlement) private readonly decide: DecideSettlement,
  ) {}

  @Endpoint(routes.findSettlements)
  findSettlements(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findSettlements>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.findUnsettled)
  findUnsettled(@Acting() actor: Actor) {
    return this.find.unsettled(actor)
  }

  @Endpoint(routes.getSettlement)
  getSettlement(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getSettlement>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.findSettlementLines)
  findSettlementLines(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findSettlementLines>) {
    return this.find.lines(actor, params.id, query)
  }

  @Endpoint(routes.drawSettlement)
  drawSettlement(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.drawSettlement>) {
    return this.drawing.draw(actor, body)
  }

  @Endpoint(routes.redrawSettlement)
  redrawSettlement(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.redrawSettlement>) {
    return this.drawing.redraw(actor, params.id, body)
  }

  @Endpoint(routes.submitSettlement)
  submitSettlement(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.submitSettlement>) {
    return this.decide.submit(actor, params.id, body)
  }

  @Endpoint(routes.checkSettlement)
  checkSettlement(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.checkSettlement>) {
    return this.decide.check(actor, params.id, body)
  }

  @Endpoint(routes.confirmSettlement)
  confirmSettlement(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmSettlement>) {
    return this.decide.confirm(actor, params.id, body)
  }

  @Endpoint(routes.paySettlement)
  paySettlement(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.paySettlement>) {
    return this.decide.pay(actor, params.id, body)
  }

  @Endpoint(routes.returnSettlement)
  returnSettlement(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.returnSettlement>) {
    return this.decide.return(actor, params.id, body)
  }
}
