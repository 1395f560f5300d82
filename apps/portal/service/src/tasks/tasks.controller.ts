import type { Actor } from '@xishan/domain'
import { routes } from '@xishan/portal-contract'
import { Acting, Endpoint } from '@xishan/service-kit'
import { Controller, Inject } from '@nestjs/common'
import { ReaderToken } from '../lines/reader-token'
import { FindTasks } from './find-tasks'

@Controller()
export class TasksController {
  constructor(@Inject(FindTasks) private readonly find: FindTasks) {}

  @Endpoint(routes.tasks)
  tasks(@Acting() actor: Actor, @ReaderToken() token: string) {
    return this.find.all(actor, token)
  }
}
