import { taskRoutes as routes, type Actor } from '@xishan/domain'
import { Controller, Inject } from '@nestjs/common'
import { Acting, Endpoint } from '../endpoints/endpoint'
import { FindTasks } from './find-tasks'

@Controller()
export class TasksController {
  constructor(@Inject(FindTasks) private readonly find: FindTasks) {}

  @Endpoint(routes.findTasks)
  findTasks(@Acting() actor: Actor) {
    return this.find.mine(actor)
  }
}
