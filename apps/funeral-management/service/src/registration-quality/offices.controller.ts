import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindOffices } from './find-offices'
import { KeepOffice } from './keep-office'

@Controller()
export class OfficesController {
  constructor(
    @Inject(FindOffices) private readonly find: FindOffices,
    @Inject(KeepOffice) private readonly keep: KeepOffice,
  ) {}

  @Endpoint(routes.findOffices)
  findOffices(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findOffices>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getOffice)
  getOffice(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getOffice>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.addOffice)
  addOffice(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.addOffice>) {
    return this.keep.add(actor, body)
  }

  @Endpoint(routes.changeOffice)
  changeOffice(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeOffice>) {
    return this.keep.change(actor, params.id, body)
  }

  @Endpoint(routes.gradeOffice)
  gradeOffice(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.gradeOffice>) {
    return this.keep.grade(actor, params.id, body)
  }
}
