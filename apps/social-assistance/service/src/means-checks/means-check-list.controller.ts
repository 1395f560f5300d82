import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindMeansChecks } from './find-means-checks'

@Controller()
export class MeansCheckListController {
  constructor(@Inject(FindMeansChecks) private readonly find: FindMeansChecks) {}

  @Endpoint(routes.findMeansChecks)
  findMeansChecks(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findMeansChecks>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getMeansCheck)
  getMeansCheck(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getMeansCheck>) {
    return this.find.detail(actor, params.id)
  }
}
