import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindHouseholds } from './find-households'

@Controller()
export class HouseholdsController {
  constructor(@Inject(FindHouseholds) private readonly find: FindHouseholds) {}

  @Endpoint(routes.findHouseholds)
  findHouseholds(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findHouseholds>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getHousehold)
  getHousehold(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getHousehold>) {
    return this.find.detail(actor, params.id)
  }
}
