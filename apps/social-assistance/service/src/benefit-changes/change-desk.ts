import { DomainProblem, nextState, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import { ParameterBooks, UnitOfWork, type Ask, type SaveOptions, type Work } from '@xishan/service-kit'
import { benefitChangeLifecycle, type BenefitChangeAction, type ChangeInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireUnrelated } from '../applications/application-desk'
import { Benefit } from '../benefits/benefit.entity'
import { BenefitChange } from './benefit-change.entity'

/** A change open on the desk with the benefit it is of, both locked until the work is done. */
export interface OpenChange {
  work: Work
  ask: Ask
  change: BenefitChange
  benefit: Benefit
  book: ParameterBook
}

/** What an action leaves with its step beside the input. */
type StepRecord = Pick<SaveOptions, 'trace' | 'event'>

/** How every use case on a change begins and ends: who may, and which clock runs from now on. */
@Injectable()
export class ChangeDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  /**
   * Takes an action of the lifecycle; `act` does what the action is for, before the case enters its new state.
   * @throws DomainProblem of the lifecycle, `staff-relative`
   */
  take<A extends Exclude<BenefitChangeAction, 'report'>>(actor: Actor, id: string, action: A, input: ChangeInputs[A], act?: (at: OpenChange) => Promise<StepRecord | void> | void): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => this.step(work, await this.open(work, id, input.version), action, input, act))
  }

  /** The same within a work that does more than one case. */
  async step<A extends Exclude<BenefitChangeAction, 'report'>>(work: Work, at: OpenChange, action: A, input: object, act?: (at: OpenChange) => Promise<StepRecord | void> | void): Promise<Saved> {
    const { change, book } = at
    nextState(benefitChangeLifecycle, action, { state: change.state, steps: await work.steps(change) }, work.actor)
    const record = (await act?.(at)) ?? {}
    await work.take(change, benefitChangeLifecycle, action)
    change.enter(work.businessDate, book)
    return work.save(change, action, { ...wordsOf(input), input: withoutVersion(input), ...record })
  }

  /** Changes a case without an action of the lifecycle. */
  change(actor: Actor, id: string, version: number, action: string, act: (at: OpenChange) => Promise<SaveOptions | void>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const at = await this.open(work, id, version)
      return work.save(at.change, action, (await act(at)) ?? {})
    })
  }

  async open(work: Work, id: string, version: number | undefined): Promise<OpenChange> {
    const change = await work.get(BenefitChange, id, version)
    requireUnrelated(work.actor, change)
    const benefit = await work.get(Benefit, change.benefitId)
    const ask: Ask = (sql, parameters) => work.query(sql, parameters)
    return { work, ask, change, benefit, book: await this.books.on(work.businessDate, ask) }
  }
}

/** @throws DomainProblem `benefit-stopped` */
export function requireInPay({ state }: Pick<Benefit, 'state'>): void {
  if (state === 'STOPPED') throw new DomainProblem('benefit-stopped')
}

/** What the actor wrote, whatever the action calls it. */
const wordsOf = (input: object): { opinion?: string } => {
  const words: unknown[] = [Reflect.get(input, 'opinion'), Reflect.get(input, 'reason')]
  const said = words.find((text): text is string => typeof text === 'string' && text !== '')
  return said ? { opinion: said } : {}
}

const withoutVersion = (input: object): Record<string, unknown> => Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'version'))
