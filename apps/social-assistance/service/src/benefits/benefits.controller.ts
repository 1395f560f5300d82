import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindBenefit } from './find-benefit'
import { FindBenefits } from './find-benefits'

@Controller()
export class BenefitsController {
  constructor(
    @Inject(FindBenefits) private readonly list: FindBenefits,
    @Inject(FindBenefit) private readonly one: FindBenefit,
  ) {}

  @Endpoint(routes.findBenefits)
  findBenefits(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findBenefits>) {
    return this.list.page(actor, query)
  }

  @Endpoint(routes.sumBenefits)
  sumBenefits(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.sumBenefits>) {
    return this.list.totals(actor, query)
  }

  @Endpoint(routes.getBenefit)
  getBenefit(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getBenefit>) {
    return this.one.detail(actor, params.id)
  }
}
