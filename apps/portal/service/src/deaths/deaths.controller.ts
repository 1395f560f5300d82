import type { RouteInput } from '@xishan/domain'
import { routes } from '@xishan/portal-contract'
import { Endpoint, Input } from '@xishan/service-kit'
import { Controller, Inject } from '@nestjs/common'
import { FindDeathFigures } from './find-death-figures'

@Controller()
export class DeathsController {
  constructor(@Inject(FindDeathFigures) private readonly figures: FindDeathFigures) {}

  @Endpoint(routes.deathFigures)
  deathFigures(@Input() { query }: RouteInput<typeof routes.deathFigures>) {
    return this.figures.execute(query.month)
  }
}
