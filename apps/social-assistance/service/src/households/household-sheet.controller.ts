import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { ChooseEntry } from './choose-entry'
import { FillFinances } from './fill-finances'
import { FillHousehold } from './fill-household'

/** The household sheet and the family's economic circumstances. */
@Controller()
export class HouseholdSheetController {
  constructor(
    @Inject(ChooseEntry) private readonly entry: ChooseEntry,
    @Inject(FillHousehold) private readonly household: FillHousehold,
    @Inject(FillFinances) private readonly finances: FillFinances,
  ) {}

  @Endpoint(routes.chooseEntry)
  chooseEntry(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.chooseEntry>) {
    return this.entry.execute(actor, params.id, body)
  }

  @Endpoint(routes.fillHousehold)
  fillHousehold(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.fillHousehold>) {
    return this.household.execute(actor, params.id, body)
  }

  @Endpoint(routes.fillFinances)
  fillFinances(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.fillFinances>) {
    return this.finances.execute(actor, params.id, body)
  }
}
