import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { GraveInputs, GraveRemedy } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { GraveDesk, requireBetween, requireNewPhoto, stepFrom } from './grave-desk'

/** What became of the grave, with a photo of it, and what somebody else says who looked. */
@Injectable()
export class RemedyGrave {
  constructor(@Inject(GraveDesk) private readonly desk: GraveDesk) {}

  remedy(actor: Actor, id: string, action: GraveRemedy, { version, doneOn, result }: GraveInputs[GraveRemedy]): Promise<Saved> {
    return this.desk.take(actor, id, version, action, async ({ work, grave, book }) => {
      if (action === 'enforce') requireTermOver(grave, work.businessDate)
      requireBetween(doneOn, grave.issuedOn ?? grave.stateSince, work.businessDate, ['doneOn', '办理日期'])
      await requireNewPhoto(work, grave, 'AFTER')
      Object.assign(grave, { doneOn, result })
      grave.runUntil(stepFrom(work.businessDate, book))
      return { opinion: result, input: { doneOn } }
    })
  }

  close(actor: Actor, id: string, { version, opinion }: GraveInputs['close']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'close', ({ grave }) => {
      grave.runUntil(null)
      return { opinion }
    })
  }

  /** The term of the notice goes on from where it was. */
  return(actor: Actor, id: string, { version, reason }: GraveInputs['return']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'return', ({ work, grave, book }) => {
      Object.assign(grave, { doneOn: null, result: '' })
      grave.runUntil(grave.rectifyBy ? { warnOn: grave.rectifyBy, dueOn: grave.rectifyBy } : stepFrom(work.businessDate, book))
      return { opinion: reason }
    })
  }
}

/** @throws DomainProblem `grave-not-served`, `grave-term-running` */
function requireTermOver({ noticeNumber, rectifyBy }: { noticeNumber: string | null; rectifyBy: string | null }, today: string): void {
  if (!rectifyBy) throw new DomainProblem('grave-not-served', { number: noticeNumber ?? '', action: '移交处置' })
  if (rectifyBy >= today) throw new DomainProblem('grave-term-running', { date: rectifyBy })
}
