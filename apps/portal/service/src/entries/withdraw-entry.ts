import type { Actor, Saved } from '@xishan/domain'
import type { WithdrawEntry as Input } from '@xishan/portal-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { IndicatorEntry } from './indicator-entry.entity'

/** Whoever entered a value takes it back before its review; it is kept. */
@Injectable()
export class WithdrawEntry {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, body: z.output<typeof Input>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const entry = await work.get(IndicatorEntry, id, body.version)
      await entry.withdraw(body.reason, work)
      return work.save(entry, 'withdraw', { opinion: body.reason })
    })
  }
}
