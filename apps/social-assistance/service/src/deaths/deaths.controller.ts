import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { DeathTaskDesk } from './death-task-desk'
import { FindDeathFigures } from './find-death-figures'
import { FindDeathOutcomes } from './find-death-outcomes'
import { FindDeathTasks } from './find-death-tasks'
import { FindDeaths } from './find-deaths'

@Controller()
export class DeathsController {
  constructor(
    @Inject(FindDeaths) private readonly deaths: FindDeaths,
    @Inject(FindDeathFigures) private readonly figures: FindDeathFigures,
    @Inject(FindDeathOutcomes) private readonly outcomes: FindDeathOutcomes,
    @Inject(FindDeathTasks) private readonly tasks: FindDeathTasks,
    @Inject(DeathTaskDesk) private readonly desk: DeathTaskDesk,
  ) {}

  @Endpoint(routes.findDeaths)
  findDeaths(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findDeaths>) {
    return this.deaths.page(actor, query)
  }

  @Endpoint(routes.getDeathFigures)
  getDeathFigures(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.getDeathFigures>) {
    return this.figures.execute(actor, query.month)
  }

  @Endpoint(routes.getDeath)
  getDeath(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getDeath>) {
    return this.deaths.detail(actor, params.id)
  }

  @Endpoint(routes.findDeathOutcomes)
  findDeathOutcomes(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.findDeathOutcomes>) {
    return this.outcomes.execute(actor, body.deathIds)
  }

  @Endpoint(routes.findDeathTasks)
  findDeathTasks(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findDeathTasks>) {
    return this.tasks.page(actor, query)
  }

  @Endpoint(routes.getDeathTask)
  getDeathTask(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getDeathTask>) {
    return this.tasks.detail(actor, params.id)
  }

  @Endpoint(routes.confirmDeathMatch)
  confirmDeathMatch(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.confirmDeathMatch>) {
    return this.desk.confirmMatch(actor, params.id, body)
  }

  @Endpoint(routes.rejectDeathMatch)
  rejectDeathMatch(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rejectDeathMatch>) {
    return this.desk.rejectMatch(actor, params.id, body)
  }

  @Endpoint(routes.recomputeAfterDeath)
  recomputeAfterDeath(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.recomputeAfterDeath>) {
    return this.desk.recompute(actor, params.id, body)
  }

  @Endpoint(routes.finishDeathRecheck)
  finishDeathRecheck(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.finishDeathRecheck>) {
    return this.desk.finishRecheck(actor, params.id, body)
  }

  @Endpoint(routes.changeCardAfterDeath)
  changeCardAfterDeath(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeCardAfterDeath>) {
    return this.desk.changeCard(actor, params.id, body)
  }

  @Endpoint(routes.settleDeathTask)
  settleDeathTask(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.settleDeathTask>) {
    return this.desk.settle(actor, params.id, body)
  }
}
