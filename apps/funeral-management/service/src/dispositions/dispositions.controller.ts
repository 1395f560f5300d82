import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { ChangeDisposition } from './change-disposition'
import { FindDispositions } from './find-dispositions'
import { RecordDisposition } from './record-disposition'

@Controller()
export class DispositionsController {
  constructor(
    @Inject(FindDispositions) private readonly find: FindDispositions,
    @Inject(RecordDisposition) private readonly recording: RecordDisposition,
    @Inject(ChangeDisposition) private readonly changing: ChangeDisposition,
  ) {}

  @Endpoint(routes.findDispositions)
  findDispositions(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findDispositions>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getDisposition)
  getDisposition(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getDisposition>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.recordDisposition)
  recordDisposition(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.recordDisposition>) {
    return this.recording.execute(actor, body)
  }

  @Endpoint(routes.endKeeping)
  endKeeping(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.endKeeping>) {
    return this.recording.end(actor, params.id, body)
  }

  @Endpoint(routes.proposeDispositionChange)
  proposeDispositionChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.proposeDispositionChange>) {
    return this.changing.propose(actor, params.id, body)
  }

  @Endpoint(routes.approveDispositionChange)
  approveDispositionChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approveDispositionChange>) {
    return this.changing.approve(actor, params.id, body)
  }

  @Endpoint(routes.rejectDispositionChange)
  rejectDispositionChange(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectDispositionChange>) {
    return this.changing.reject(actor, params.id, body)
  }
}
