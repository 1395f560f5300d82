import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindArchives } from './find-archives'
import { KeepArchive } from './keep-archive'

@Controller()
export class ArchivesController {
  constructor(
    @Inject(FindArchives) private readonly find: FindArchives,
    @Inject(KeepArchive) private readonly keep: KeepArchive,
  ) {}

  @Endpoint(routes.getArchiveProgress)
  getArchiveProgress(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.getArchiveProgress>) {
    return this.find.progress(actor, query.registration)
  }

  @Endpoint(routes.findHoldings)
  findHoldings(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findHoldings>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getHolding)
  getHolding(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getHolding>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.addHolding)
  addHolding(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.addHolding>) {
    return this.keep.add(actor, body)
  }

  @Endpoint(routes.changeHolding)
  changeHolding(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeHolding>) {
    return this.keep.change(actor, params.id, body)
  }

  @Endpoint(routes.enterProgress)
  enterProgress(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.enterProgress>) {
    return this.keep.enter(actor, params.id, body)
  }

  @Endpoint(routes.reverseProgress)
  reverseProgress(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reverseProgress>) {
    return this.keep.reverse(actor, params.id, body)
  }
}
