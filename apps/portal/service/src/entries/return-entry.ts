import type { Actor, Saved } from '@xishan/domain'
import type { ReturnEntry as Input } from '@xishan/portal-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { IndicatorEntry } from './indicator-entry.entity'

/** The reviewer sends an entry back with a reason; the section enters a new one, this one is kept. */
@Injectable()
export class ReturnEntry {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, body: z.output<typeof Input>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const entry = await work.get(IndicatorEntry, id, body.version)
      await entry.return(body.reason, work)
      return work.save(entry, 'return', { opinion: body.reason })
    })
  }
}
