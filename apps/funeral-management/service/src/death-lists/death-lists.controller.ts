import type { Actor, RouteInput, Saved } from '@xishan/domain'
import { Acting, Endpoint, Input, LongJobs, Upload, type UploadedFile } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FeedBack } from './feed-back'
import { FindDeathLists } from './find-death-lists'
import { ListDesk } from './list-desk'

@Controller()
export class DeathListsController {
  constructor(
    @Inject(FindDeathLists) private readonly find: FindDeathLists,
    @Inject(ListDesk) private readonly desk: ListDesk,
    @Inject(LongJobs) private readonly jobs: LongJobs,
  ) {}

  @Endpoint(routes.findDeathLists)
  findDeathLists(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findDeathLists>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.deathListSources)
  deathListSources(@Acting() actor: Actor) {
    return this.find.sources(actor)
  }

  @Endpoint(routes.deathListTemplate)
  deathListTemplate(@Input() { params }: RouteInput<typeof routes.deathListTemplate>) {
    return this.find.template(params.source)
  }

  @Endpoint(routes.getDeathList)
  getDeathList(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getDeathList>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.findListedPeople)
  findListedPeople(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findListedPeople>) {
    return this.find.people(actor, params.id, query)
  }

  @Endpoint(routes.uploadDeathList)
  uploadDeathList(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.uploadDeathList>, @Upload() file: UploadedFile) {
    return this.desk.upload(actor, body, file)
  }

  @Endpoint(routes.checkDeathList)
  checkDeathList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.checkDeathList>) {
    return this.desk.check(actor, params.id, body)
  }

  @Endpoint(routes.applyDeathList)
  applyDeathList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.applyDeathList>) {
    return this.desk.apply(actor, params.id, body)
  }

  @Endpoint(routes.closeDeathList)
  closeDeathList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.closeDeathList>) {
    return this.desk.close(actor, params.id, body)
  }

  @Endpoint(routes.discardDeathList)
  discardDeathList(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.discardDeathList>) {
    return this.desk.discard(actor, params.id, body)
  }

  @Endpoint(routes.feedBackDeathList)
  async feedBackDeathList(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.feedBackDeathList>): Promise<Saved> {
    await this.find.requireApplied(actor, params.id)
    return this.jobs.start(actor, FeedBack, { listId: params.id })
  }
}
