import { DomainProblem, addMonths, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import type { SaveOptions } from '@xishan/service-kit'
import { PARAMETER, remedyText, requireAgreement, type ChangeInputs, type ChangeGround, type HoldGround } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Duplicates } from '../applications/duplicates'
import { applyGradualExit, applyStop } from './apply-end'
import { applyAccount, applyHead } from './apply-household'
import { applyRecompute } from './apply-recompute'
import { ChangeDesk, type OpenChange } from './change-desk'
import { liftHold } from './lift-hold'
import { openHolds } from './open-holds'
import { placeHold } from './place-hold'

const HOLD_GROUNDS: Partial<Record<ChangeGround, HoldGround>> = { DEATH: 'DEATH', NOT_COOPERATING: 'NON_COOPERATION', FRAUD: 'INVESTIGATION', DOUBTFUL: 'CHANGE', CARD: 'ACCOUNT' }

/** A third person confirms what was proposed and reviewed; here and nowhere else it takes effect. */
@Injectable()
export class ConfirmChange {
  constructor(
    @Inject(ChangeDesk) private readonly desk: ChangeDesk,
    @Inject(Duplicates) private readonly duplicates: Duplicates,
  ) {}

  confirm(actor: Actor, id: string, input: ChangeInputs['confirm']): Promise<Saved> {
    return this.desk.take(actor, id, 'confirm', input, async (at) => {
      const { change, work, book } = at
      if (change.outcome === 'UNCHANGED') throw new DomainProblem('only-unchanged')
      requireAgreement({ amountFen: input.amountFen, recommend: true }, { result: 'pass', amountFen: change.proposedFen ?? change.beforeFen })
      change.decide(work.businessDate, work.actor.name, input.opinion)
      if (isAdverse(at)) change.remedy = remedyText(book.number(PARAMETER.reviewDays), book.number(PARAMETER.lawsuitMonths))
      return this.apply(at)
    })
  }

  /** A re-check that found nothing new: the amount stays, the next re-check has its date (57号 §31). */
  confirmUnchanged(actor: Actor, id: string, input: ChangeInputs['confirmUnchanged']): Promise<Saved> {
    return this.desk.take(actor, id, 'confirmUnchanged', input, (at) => settleUnchanged(at, input.opinion))
  }

  reject(actor: Actor, id: string, input: ChangeInputs['reject']): Promise<Saved> {
    return this.desk.take(actor, id, 'reject', input, ({ change, work }) => change.decide(work.businessDate, work.actor.name, input.reason))
  }

  private async apply(at: OpenChange): Promise<Pick<SaveOptions, 'trace' | 'event'>> {
    const { work, ask, change, benefit } = at
    switch (change.kind) {
      case 'RECOMPUTE': {
        const { trace } = await applyRecompute(at, this.duplicates)
        await work.save(benefit, 'recompute', { changes: { change: change.number } })
        return { trace }
      }
      case 'GRADUAL_EXIT':
        await applyGradualExit(at)
        await work.save(benefit, 'gradualExit', { changes: { change: change.number } })
        return {}
      case 'STOP': {
        const event = await applyStop(at)
        await work.save(benefit, 'stop', { changes: { change: change.number } })
        return event ? { event } : {}
      }
      case 'HOLD':
        await placeHold(work, benefit, { ground: HOLD_GROUNDS[change.ground] ?? 'OTHER', because: change.content.slice(0, 200), changeId: change.id, ...(change.fromMonth ? { fromMonth: change.fromMonth } : {}) })
        return {}
      case 'RESUME':
        for (const { id } of await openHolds(ask, benefit.id)) await liftHold(work, id, `${change.content.slice(0, 200)}（${change.number}）`)
        return {}
      case 'ACCOUNT':
        await applyAccount(at)
        return {}
      case 'HEAD':
        await applyHead(at)
        await work.save(benefit, 'changeHead', { changes: { change: change.number } })
        return {}
    }
  }
}

/** Something is taken from the household, so that it is told what it may do against it. */
const isAdverse = ({ change }: OpenChange): boolean =>
  change.kind === 'STOP' || change.kind === 'GRADUAL_EXIT' || change.kind === 'HOLD' || (change.kind === 'RECOMPUTE' && (change.proposedFen ?? 0) < change.beforeFen)

/** @throws DomainProblem `not-unchanged-proposal` */
export async function settleUnchanged({ work, change, benefit, book }: OpenChange, opinion: string): Promise<void> {
  if (change.outcome !== 'UNCHANGED') throw new DomainProblem('not-unchanged-proposal')
  change.decide(work.businessDate, work.actor.name, opinion)
  benefit.recheckOn = nextRecheck(benefit.category, work.businessDate, book)
  await work.save(benefit, 'recheck', { changes: { change: change.number } })
}

const nextRecheck = (category: keyof typeof PARAMETER.recheck, on: string, book: ParameterBook): string => addMonths(on, book.number(PARAMETER.recheck[category]))
