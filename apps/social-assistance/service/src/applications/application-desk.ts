import { DomainProblem, labelOf, nextState, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import { UnitOfWork, type SaveOptions, type Work, type Ask, calendar, ParameterBooks } from '@xishan/service-kit'
import { EDITABLE_STATES, applicationLifecycle, requireConditions, type ActionInputs, type ApplicationAction } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Application } from './application.entity'
import { readCaseFile, type CaseFile } from './case-file'
import type { TermRules } from './terms'

/** An application open on the desk, locked until the work is done. */
export interface OpenCase {
  work: Work
  ask: Ask
  application: Application
  book: ParameterBook
  rules: TermRules
}

/** The same with everything its conditions and rules look at, as it was before the action. */
export interface CaseAtHand extends OpenCase, CaseFile {}

/** What an action leaves with its step beside the input. */
export type StepRecord = Pick<SaveOptions, 'trace' | 'event' | 'input'>

/** How every use case on an application begins and ends: who may, under which conditions, which terms run from now on. */
@Injectable()
export class ApplicationDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  /**
   * Takes an action of the lifecycle; `act` does what the action is for, before the case enters its new state.
   * @throws DomainProblem of the lifecycle or of the contract's conditions
   */
  take<A extends ApplicationAction>(actor: Actor, id: string, action: A, input: ActionInputs[A], act?: (at: CaseAtHand) => Promise<StepRecord | void> | void): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const open = await this.open(work, id, input.version)
      const { application, book, rules } = open
      const file = await readCaseFile(open.ask, application, book)
      nextState(applicationLifecycle, action, file.facts.standing, actor)
      requireConditions(action, file.facts, actor)
      const record = (await act?.({ ...open, ...file })) ?? {}
      await work.take(application, applicationLifecycle, action)
      application.enter(work.businessDate, rules)
      const opinion = opinionIn(input)
      return work.save(application, action, { ...(opinion ? { opinion } : {}), input: withoutVersion(input), ...record })
    })
  }

  /** Changes a case without an action of the lifecycle. Whoever is related to the family is kept from it. */
  change(actor: Actor, id: string, version: number | undefined, action: string, act: (open: OpenCase) => Promise<SaveOptions | void> | SaveOptions | void): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const open = await this.open(work, id, version)
      requireUnrelated(actor, open.application)
      const options = (await act(open)) ?? {}
      return work.save(open.application, action, options)
    })
  }

  private async open(work: Work, id: string, version: number | undefined): Promise<OpenCase> {
    const ask: Ask = (sql, parameters) => work.query(sql, parameters)
    const application = await work.get(Application, id, version)
    const book = await this.books.on(work.businessDate, ask)
    return { work, ask, application, book, rules: { calendar, book } }
  }
}

/** @throws DomainProblem `staff-relative` */
export function requireUnrelated(actor: Actor, { relatedAccountIds }: Pick<Application, 'relatedAccountIds'>): void {
  if (relatedAccountIds.includes(actor.id)) throw new DomainProblem('staff-relative')
}

/** @throws DomainProblem `not-editable` outside the states in which sheet and finances may be filled in */
export function requireEditable({ state }: Pick<Application, 'state'>, states: readonly string[] = EDITABLE_STATES): void {
  if (!states.includes(state)) throw new DomainProblem('not-editable', { state: labelOf(applicationLifecycle, state) })
}

/** @throws DomainProblem `date-in-future` at the field */
export function requireNotAfter(businessDate: string, day: string, field: { path: string; title: string }): void {
  if (day > businessDate)
    throw new DomainProblem('date-in-future', { field: field.title, today: businessDate }, [{ field: field.path, message: `${field.title}不能晚于业务日期 ${businessDate}` }])
}

/** What the actor wrote, whatever the action calls it. */
function opinionIn(input: object): string | undefined {
  const words: unknown[] = ['opinion', 'reason', 'remark', 'findings'].map((name) => Reflect.get(input, name))
  return words.find((text): text is string => typeof text === 'string' && text !== '')
}

function withoutVersion(input: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'version'))
}

