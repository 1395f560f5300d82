import { routes } from '@xishan/portal-contract'
import { Endpoint } from '@xishan/service-kit'
import { Controller, Inject } from '@nestjs/common'
import { FindProjects } from './find-projects'

@Controller()
export class ProjectsController {
  constructor(@Inject(FindProjects) private readonly find: FindProjects) {}

  @Endpoint(routes.projects)
  projects() {
    return this.find.all()
  }
}
