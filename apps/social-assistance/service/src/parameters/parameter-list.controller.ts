import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindParameters } from './find-parameters'

@Controller()
export class ParameterListController {
  constructor(@Inject(FindParameters) private readonly find: FindParameters) {}

  @Endpoint(routes.findParameters)
  findParameters(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findParameters>) {
    return this.find.list(actor, query.on)
  }
}
