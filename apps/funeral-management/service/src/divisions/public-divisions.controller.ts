import { BusinessClock, DivisionNames, Endpoint } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'

/** What the pages' division fields choose from. */
@Controller()
export class PublicDivisionsController {
  constructor(
    @Inject(DivisionNames) private readonly names: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  @Endpoint(routes.publicDivisions)
  async publicDivisions() {
    return { streets: (await this.names.on(await this.clock.today())).streets() }
  }
}
