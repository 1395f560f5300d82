import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindMourningPlaces } from './find-mourning-places'
import { KeepMourningPlace } from './keep-mourning-place'

/** Places to gather and mourn. */
@Controller()
export class MourningPlacesController {
  constructor(
    @Inject(FindMourningPlaces) private readonly find: FindMourningPlaces,
    @Inject(KeepMourningPlace) private readonly keep: KeepMourningPlace,
  ) {}

  @Endpoint(routes.findMourningPlaces)
  findMourningPlaces(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findMourningPlaces>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.mourningCoverage)
  mourningCoverage(@Acting() actor: Actor) {
    return this.find.coverage(actor)
  }

  @Endpoint(routes.getMourningPlace)
  getMourningPlace(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getMourningPlace>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.addMourningPlace)
  addMourningPlace(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.addMourningPlace>) {
    return this.keep.add(actor, body)
  }

  @Endpoint(routes.changeMourningPlace)
  changeMourningPlace(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeMourningPlace>) {
    return this.keep.change(actor, params.id, body)
  }

  @Endpoint(routes.openMourningPlace)
  openMourningPlace(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.openMourningPlace>) {
    return this.keep.open(actor, params.id, body)
  }

  @Endpoint(routes.closeMourningPlace)
  closeMourningPlace(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.closeMourningPlace>) {
    return this.keep.close(actor, params.id, body)
  }

  @Endpoint(routes.checkMourningPlace)
  checkMourningPlace(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.checkMourningPlace>) {
    return this.keep.check(actor, params.id, body)
  }
}
