import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { PaymentTemplates } from './payment-templates'

@Controller()
export class PaymentTemplatesController {
  constructor(@Inject(PaymentTemplates) private readonly templates: PaymentTemplates) {}

  @Endpoint(routes.findPaymentTemplates)
  findPaymentTemplates(@Acting() actor: Actor) {
    return this.templates.all(actor)
  }

  @Endpoint(routes.addPaymentTemplate)
  addPaymentTemplate(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.addPaymentTemplate>) {
    return this.templates.add(actor, body)
  }

  @Endpoint(routes.changePaymentTemplate)
  changePaymentTemplate(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changePaymentTemplate>) {
    return this.templates.change(actor, params.id, body)
  }

  @Endpoint(routes.retirePaymentTemplate)
  retirePaymentTemplate(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.retirePaymentTemplate>) {
    return this.templates.retire(actor, params.id, body.version)
  }
}
