import { DomainProblem, mayCall, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { Acting, Endpoint, ExportList, Input, LongJobs } from '@xishan/service-kit'
import { EXPORT_NEEDS, contract, routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'

@Controller()
export class ExportsController {
  constructor(@Inject(LongJobs) private readonly jobs: LongJobs) {}

  @Endpoint(routes.startExport)
  startExport(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.startExport>): Promise<Saved> {
    if (!mayCall(contract.permissions, EXPORT_NEEDS[body.subject], actor.roles)) throw new DomainProblem('not-permitted')
    return this.jobs.start(actor, ExportList, body)
  }
}
