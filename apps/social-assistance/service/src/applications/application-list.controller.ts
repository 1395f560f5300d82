import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindApplication } from './find-application'
import { FindApplications } from './find-applications'

@Controller()
export class ApplicationListController {
  constructor(
    @Inject(FindApplications) private readonly list: FindApplications,
    @Inject(FindApplication) private readonly one: FindApplication,
  ) {}

  @Endpoint(routes.findApplications)
  findApplications(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findApplications>) {
    return this.list.page(actor, query)
  }

  @Endpoint(routes.getApplication)
  getApplication(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getApplication>) {
    return this.one.detail(actor, params.id)
  }
}
