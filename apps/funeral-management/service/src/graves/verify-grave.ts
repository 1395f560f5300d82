import type { Actor, Saved } from '@xishan/domain'
import type { GraveInputs } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { GraveDesk, requireBetween, requireNewPhoto, stepFrom } from './grave-desk'

/** A second visit decides whether there is a case; one that was ended may begin again. */
@Injectable()
export class VerifyGrave {
  constructor(@Inject(GraveDesk) private readonly desk: GraveDesk) {}

  verify(actor: Actor, id: string, { version, visitedOn, findings }: GraveInputs['verify']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'verify', async ({ work, grave, book }) => {
      requireBetween(visitedOn, grave.foundOn, work.businessDate, ['visitedOn', '核实日期'])
      await requireNewPhoto(work, grave, 'VISIT')
      Object.assign(grave, { visitedOn, findings })
      grave.runUntil(stepFrom(work.businessDate, book))
      return { opinion: findings, input: { visitedOn } }
    })
  }

  dismiss(actor: Actor, id: string, { version, reason }: GraveInputs['dismiss']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'dismiss', ({ grave }) => {
      grave.runUntil(null)
      return { opinion: reason }
    })
  }

  reopen(actor: Actor, id: string, { version, reason }: GraveInputs['reopen']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'reopen', ({ work, grave, book }) => {
      grave.begin()
      Object.assign(grave, { visitedOn: null, findings: '' })
      grave.runUntil(stepFrom(work.businessDate, book))
      return { opinion: reason }
    })
  }
}
