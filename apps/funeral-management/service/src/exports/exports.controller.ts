import type { Actor, RouteInput, Saved } from '@xishan/domain'
import { Acting, Endpoint, ExportList, Input, LongJobs } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'

@Controller()
export class ExportsController {
  constructor(@Inject(LongJobs) private readonly jobs: LongJobs) {}

  @Endpoint(routes.startExport)
  startExport(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.startExport>): Promise<Saved> {
    return this.jobs.start(actor, ExportList, body)
  }
}
