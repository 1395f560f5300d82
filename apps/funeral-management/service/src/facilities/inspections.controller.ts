import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindInspections } from './find-inspections'
import { InspectFacility } from './inspect-facility'

@Controller()
export class InspectionsController {
  constructor(
    @Inject(FindInspections) private readonly find: FindInspections,
    @Inject(InspectFacility) private readonly inspect: InspectFacility,
  ) {}

  @Endpoint(routes.findInspections)
  findInspections(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.findInspections>) {
    return this.find.of(actor, params.id)
  }

  @Endpoint(routes.findUninspected)
  findUninspected(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findUninspected>) {
    return this.find.missing(actor, query.year)
  }

  @Endpoint(routes.recordInspection)
  recordInspection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recordInspection>) {
    return this.inspect.record(actor, params.id, body)
  }

  @Endpoint(routes.rectifyInspection)
  rectifyInspection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rectifyInspection>) {
    return this.inspect.rectify(actor, params.id, body)
  }

  @Endpoint(routes.closeInspection)
  closeInspection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.closeInspection>) {
    return this.inspect.close(actor, params.id, body)
  }

  @Endpoint(routes.returnInspection)
  returnInspection(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.returnInspection>) {
    return this.inspect.return(actor, params.id, body)
  }
}
