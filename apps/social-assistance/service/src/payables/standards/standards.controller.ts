import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindStandardChanges } from './find-standard-changes'
import { StartStandardJobs } from './start-standard-jobs'

/** Changes of standards: worked out beforehand, applied, looked at. */
@Controller()
export class StandardsController {
  constructor(
    @Inject(FindStandardChanges) private readonly find: FindStandardChanges,
    @Inject(StartStandardJobs) private readonly jobs: StartStandardJobs,
  ) {}

  @Endpoint(routes.findStandardChanges)
  findStandardChanges(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findStandardChanges>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.previewStandard)
  previewStandard(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.previewStandard>) {
    return this.jobs.preview(actor, body)
  }

  @Endpoint(routes.getStandardChange)
  getStandardChange(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getStandardChange>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.findStandardResults)
  findStandardResults(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findStandardResults>) {
    return this.find.results(actor, params.id, query)
  }

  @Endpoint(routes.applyStandard)
  applyStandard(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.applyStandard>) {
    return this.jobs.apply(actor, params.id, body)
  }
}
