import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { DecidePriceSheet } from './decide-price-sheet'
import { FindPrices } from './find-prices'
import { ProposePrices } from './propose-prices'

@Controller()
export class PricesController {
  constructor(
    @Inject(FindPrices) private readonly find: FindPrices,
    @Inject(ProposePrices) private readonly proposal: ProposePrices,
    @Inject(DecidePriceSheet) private readonly decide: DecidePriceSheet,
  ) {}

  @Endpoint(routes.findPrices)
  findPrices(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findPrices>) {
    return this.find.catalogue(actor, params.id, query.on)
  }

  @Endpoint(routes.publicPrices)
  publicPrices() {
    return this.find.published()
  }

  @Endpoint(routes.findPriceSheets)
  findPriceSheets(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findPriceSheets>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getPriceSheet)
  getPriceSheet(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getPriceSheet>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.proposePrices)
  proposePrices(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.proposePrices>) {
    return this.proposal.execute(actor, body)
  }

  @Endpoint(routes.approvePriceSheet)
  approvePriceSheet(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approvePriceSheet>) {
    return this.decide.approve(actor, params.id, body)
  }

  @Endpoint(routes.rejectPriceSheet)
  rejectPriceSheet(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectPriceSheet>) {
    return this.decide.reject(actor, params.id, body)
  }

  @Endpoint(routes.publishPriceSheet)
  publishPriceSheet(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.publishPriceSheet>) {
    return this.decide.publish(actor, params.id, body)
  }

  @Endpoint(routes.withdrawPriceSheet)
  withdrawPriceSheet(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawPriceSheet>) {
    return this.decide.withdraw(actor, params.id, body)
  }
}
