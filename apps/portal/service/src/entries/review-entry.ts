import type { Actor, Saved } from '@xishan/domain'
import type { ReviewEntry as Input } from '@xishan/portal-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { IndicatorEntry } from './indicator-entry.entity'

/** A second person checks an entry against its evidence; from now on it is what the plan page shows. */
@Injectable()
export class ReviewEntry {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, body: z.output<typeof Input>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const entry = await work.get(IndicatorEntry, id, body.version)
      await entry.review(body.opinion, work)
      return work.save(entry, 'review', { opinion: body.opinion })
    })
  }
}
