import type { Actor } from '@xishan/domain'
import { Acting, Endpoint } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindTasks } from './find-tasks'

@Controller()
export class TasksController {
  constructor(@Inject(FindTasks) private readonly find: FindTasks) {}

  @Endpoint(routes.findTasks)
  findTasks(@Acting() actor: Actor) {
    return this.find.mine(actor)
  }
}
