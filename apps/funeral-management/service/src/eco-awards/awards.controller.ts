import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input, Upload, type UploadedFile } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { AwardPapers } from './award-papers'
import { FindAwards } from './find-awards'

/** Awards in lists and one by one, their papers, and what a disposition may be awarded. */
@Controller()
export class AwardsController {
  constructor(
    @Inject(FindAwards) private readonly find: FindAwards,
    @Inject(AwardPapers) private readonly papers: AwardPapers,
  ) {}

  @Endpoint(routes.findAwards)
  findAwards(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findAwards>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getAward)
  getAward(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getAward>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.getAwardBasis)
  getAwardBasis(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getAwardBasis>) {
    return this.find.basis(actor, params.id)
  }

  @Endpoint(routes.addAwardPaper)
  addAwardPaper(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.addAwardPaper>, @Upload() file: UploadedFile) {
    return this.papers.add(actor, params.id, body.kind, file)
  }

  @Endpoint(routes.showAwardPaper)
  showAwardPaper(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.showAwardPaper>) {
    return this.papers.show(actor, params.id, params.attachmentId)
  }
}
