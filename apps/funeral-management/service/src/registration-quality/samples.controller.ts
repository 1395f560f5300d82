import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { CheckFile } from './check-file'
import { ConcludeSample } from './conclude-sample'
import { DrawSample } from './draw-sample'
import { FindSamples } from './find-samples'

@Controller()
export class SamplesController {
  constructor(
    @Inject(FindSamples) private readonly find: FindSamples,
    @Inject(DrawSample) private readonly drawing: DrawSample,
    @Inject(CheckFile) private readonly checking: CheckFile,
    @Inject(ConcludeSample) private readonly conclusion: ConcludeSample,
  ) {}

  @Endpoint(routes.findSamples)
  findSamples(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findSamples>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getSample)
  getSample(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getSample>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.drawSample)
  drawSample(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.drawSample>) {
    return this.drawing.execute(actor, body)
  }

  @Endpoint(routes.checkSampledFile)
  checkSampledFile(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.checkSampledFile>) {
    return this.checking.check(actor, params.id, params.position, body)
  }

  @Endpoint(routes.correctSampledFile)
  correctSampledFile(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.correctSampledFile>) {
    return this.checking.correct(actor, params.id, params.position, body)
  }

  @Endpoint(routes.concludeSample)
  concludeSample(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.concludeSample>) {
    return this.conclusion.conclude(actor, params.id, body)
  }

  @Endpoint(routes.cancelSample)
  cancelSample(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.cancelSample>) {
    return this.conclusion.cancel(actor, params.id, body)
  }
}
