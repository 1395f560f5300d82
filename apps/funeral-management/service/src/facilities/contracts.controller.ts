import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { BuryInPlot } from './bury-in-plot'
import { FindContracts } from './find-contracts'
import { HandleContract } from './handle-contract'
import { PayFee } from './pay-fee'

@Controller()
export class ContractsController {
  constructor(
    @Inject(FindContracts) private readonly find: FindContracts,
    @Inject(HandleContract) private readonly handle: HandleContract,
    @Inject(BuryInPlot) private readonly burial: BuryInPlot,
    @Inject(PayFee) private readonly fees: PayFee,
  ) {}

  @Endpoint(routes.findGraveContracts)
  findGraveContracts(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findGraveContracts>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getGraveContract)
  getGraveContract(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getGraveContract>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.occupyPlot)
  occupyPlot(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.occupyPlot>) {
    return this.burial.execute(actor, params.id, body)
  }

  @Endpoint(routes.payFee)
  payFee(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.payFee>) {
    return this.fees.pay(actor, params.id, body)
  }

  @Endpoint(routes.cancelFee)
  cancelFee(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.cancelFee>) {
    return this.fees.cancelLast(actor, params.id, body)
  }

  @Endpoint(routes.notifyHolder)
  notifyHolder(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.notifyHolder>) {
    return this.handle.notify(actor, params.id, body)
  }

  @Endpoint(routes.renewGraveContract)
  renewGraveContract(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.renewGraveContract>) {
    return this.handle.renew(actor, params.id, body)
  }

  @Endpoint(routes.reclaimGraveContract)
  reclaimGraveContract(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reclaimGraveContract>) {
    return this.handle.reclaim(actor, params.id, body)
  }
}
