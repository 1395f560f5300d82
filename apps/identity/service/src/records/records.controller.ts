import { Controller } from '@nestjs/common'
import type { Actor, RouteInput } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { FindSignIns } from './find-sign-ins'

const { routes } = contract

@Controller()
export class RecordsController {
  constructor(private readonly find: FindSignIns) {}

  @Endpoint(routes.signIns)
  signIns(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.signIns>) {
    return this.find.page(actor, query)
  }
}
