import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input, Upload, type UploadedFile } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { DeathPapers } from './death-papers'
import { FindDeaths } from './find-deaths'
import { RegisterDeath } from './register-death'
import { ReportDeath } from './report-death'

/** Deaths as they are told, their list, their papers. */
@Controller()
export class DeathsController {
  constructor(
    @Inject(FindDeaths) private readonly find: FindDeaths,
    @Inject(RegisterDeath) private readonly registration: RegisterDeath,
    @Inject(ReportDeath) private readonly report: ReportDeath,
    @Inject(DeathPapers) private readonly papers: DeathPapers,
  ) {}

  @Endpoint(routes.findDeaths)
  findDeaths(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findDeaths>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getDeath)
  getDeath(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getDeath>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.registerDeath)
  registerDeath(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.registerDeath>) {
    return this.registration.execute(actor, body)
  }

  @Endpoint(routes.reportDeath)
  reportDeath(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.reportDeath>) {
    return this.report.execute(actor, body)
  }

  @Endpoint(routes.addDeathPaper)
  addDeathPaper(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.addDeathPaper>, @Upload() file: UploadedFile) {
    return this.papers.add(actor, params.id, body.kind, file)
  }

  @Endpoint(routes.showDeathPaper)
  showDeathPaper(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.showDeathPaper>) {
    return this.papers.show(actor, params.id, params.attachmentId)
  }
}
