import type { Actor, Saved } from '@xishan/domain'
import type { RevokeEntry as Input } from '@xishan/portal-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { IndicatorEntry } from './indicator-entry.entity'

/** A reviewed value turned out wrong: it is no longer shown, and the one before it is in force again. */
@Injectable()
export class RevokeEntry {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, body: z.output<typeof Input>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const entry = await work.get(IndicatorEntry, id, body.version)
      await entry.revoke(body.reason, work)
      return work.save(entry, 'revoke', { opinion: body.reason })
    })
  }
}
