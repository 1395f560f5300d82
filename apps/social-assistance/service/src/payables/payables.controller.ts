import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { CancelPayable } from './cancel-payable'
import { FindPayables } from './find-payables'

@Controller()
export class PayablesController {
  constructor(
    @Inject(FindPayables) private readonly find: FindPayables,
    @Inject(CancelPayable) private readonly cancellation: CancelPayable,
  ) {}

  @Endpoint(routes.findPayables)
  findPayables(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findPayables>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.sumPayables)
  sumPayables(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.sumPayables>) {
    return this.find.totals(actor, query)
  }

  @Endpoint(routes.cancelPayable)
  cancelPayable(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.cancelPayable>) {
    return this.cancellation.execute(actor, params.id, body)
  }
}
