import { routes } from '@xishan/portal-contract'
import { Endpoint } from '@xishan/service-kit'
import { Controller, Inject } from '@nestjs/common'
import { CheckServices } from './check-services'

@Controller()
export class ServicesController {
  constructor(@Inject(CheckServices) private readonly check: CheckServices) {}

  @Endpoint(routes.services)
  services() {
    return this.check.execute()
  }
}
