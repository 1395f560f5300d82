import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { ChangeCremation } from './change-cremation'
import { FindCremations } from './find-cremations'
import { RecordCremation } from './record-cremation'

@Controller()
export class CremationsController {
  constructor(
    @Inject(FindCremations) private readonly find: FindCremations,
    @Inject(RecordCremation) private readonly recording: RecordCremation,
    @Inject(ChangeCremation) private readonly changing: ChangeCremation,
  ) {}

  @Endpoint(routes.findCremations)
  findCremations(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findCremations>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getCremation)
  getCremation(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getCremation>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.recordCremation)
  recordCremation(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.recordCremation>) {
    return this.recording.execute(actor, body)
  }

  @Endpoint(routes.proposeCremationChange)
  proposeCremationChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.proposeCremationChange>) {
    return this.changing.propose(actor, params.id, body)
  }

  @Endpoint(routes.approveCremationChange)
  approveCremationChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveCremationChange>) {
    return this.changing.approve(actor, params.id, body)
  }

  @Endpoint(routes.rejectCremationChange)
  rejectCremationChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectCremationChange>) {
    return this.changing.reject(actor, params.id, body)
  }

  @Endpoint(routes.cremationRate)
  cremationRate(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.cremationRate>) {
    return this.find.rate(actor, query)
  }
}
