import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindTrainings } from './find-trainings'
import { KeepTraining } from './keep-training'

/** Trainings of funeral staff and of registrars. */
@Controller()
export class TrainingsController {
  constructor(
    @Inject(FindTrainings) private readonly find: FindTrainings,
    @Inject(KeepTraining) private readonly keep: KeepTraining,
  ) {}

  @Endpoint(routes.findTrainings)
  findTrainings(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findTrainings>) {
    return this.find.page(actor, params.kind, query)
  }

  @Endpoint(routes.trainingFigures)
  trainingFigures(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.trainingFigures>) {
    return this.find.figures(actor, params.kind)
  }

  @Endpoint(routes.getTraining)
  getTraining(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getTraining>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.addTraining)
  addTraining(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.addTraining>) {
    return this.keep.add(actor, body)
  }

  @Endpoint(routes.changeTraining)
  changeTraining(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeTraining>) {
    return this.keep.change(actor, params.id, body)
  }

  @Endpoint(routes.keepTrainees)
  keepTrainees(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.keepTrainees>) {
    return this.keep.keepTrainees(actor, params.id, body)
  }

  @Endpoint(routes.cancelTraining)
  cancelTraining(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.cancelTraining>) {
    return this.keep.cancel(actor, params.id, body)
  }
}
