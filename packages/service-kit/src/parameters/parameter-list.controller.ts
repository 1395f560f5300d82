import { parameterRoutes as routes, type Actor, type RouteInput } from '@xishan/domain'
import { Controller, Inject } from '@nestjs/common'
import { Acting, Endpoint, Input } from '../endpoints/endpoint'
import { FindParameters } from './find-parameters'

@Controller()
export class ParameterListController {
  constructor(@Inject(FindParameters) private readonly find: FindParameters) {}

  @Endpoint(routes.findParameters)
  findParameters(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findParameters>) {
    return this.find.list(actor, query.on)
  }
}
