import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindHouseholdAccount } from './find-household-account'
import { PrintHouseholdAccount } from './print-household-account'

@Controller()
export class HouseholdAccountController {
  constructor(
    @Inject(FindHouseholdAccount) private readonly find: FindHouseholdAccount,
    @Inject(PrintHouseholdAccount) private readonly print: PrintHouseholdAccount,
  ) {}

  @Endpoint(routes.getHouseholdAccount)
  account(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getHouseholdAccount>) {
    return this.find.account(actor, params.id)
  }

  @Endpoint(routes.printHouseholdAccount)
  paper(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.printHouseholdAccount>) {
    return this.print.execute(actor, params.id, query.format)
  }
}
