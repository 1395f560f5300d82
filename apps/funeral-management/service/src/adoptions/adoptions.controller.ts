import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindAdoptions } from './find-adoptions'
import { LetRead } from './let-read'
import { OpenAdoption } from './open-adoption'
import { ShowAdoption } from './show-adoption'

@Controller()
export class AdoptionsController {
  constructor(
    @Inject(FindAdoptions) private readonly find: FindAdoptions,
    @Inject(ShowAdoption) private readonly file: ShowAdoption,
    @Inject(OpenAdoption) private readonly opening: OpenAdoption,
    @Inject(LetRead) private readonly letting: LetRead,
  ) {}

  @Endpoint(routes.findAdoptions)
  findAdoptions(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findAdoptions>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getAdoption)
  getAdoption(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getAdoption>) {
    return this.file.execute(actor, params.id)
  }

  @Endpoint(routes.openAdoption)
  openAdoption(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.openAdoption>) {
    return this.opening.execute(actor, body)
  }

  @Endpoint(routes.grantAdoptionReading)
  grantAdoptionReading(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.grantAdoptionReading>) {
    return this.letting.grant(actor, params.id, body)
  }

  @Endpoint(routes.withdrawAdoptionReading)
  withdrawAdoptionReading(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.withdrawAdoptionReading>) {
    return this.letting.withdraw(actor, params.id, body)
  }

  @Endpoint(routes.findFileReadings)
  findFileReadings(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findFileReadings>) {
    return this.find.readings(actor, query)
  }
}
