import type { Actor, ParameterBook, Saved } from '@xishan/domain'
import { awardLifecycle, type AwardAction } from '@xishan/funeral-management-contract'
import { CIPHERS, ParameterBooks, UnitOfWork, calendar, type Ciphers, type SaveOptions, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { EcoAward } from './eco-award.entity'

export interface OpenAward {
  work: Work
  award: EcoAward
  book: ParameterBook
  ciphers: Ciphers
}

/** How every use case on an award begins and ends. */
@Injectable()
export class AwardDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  run(actor: Actor, task: (open: Omit<OpenAward, 'award'>) => Promise<Saved>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => task({ work, ciphers: this.ciphers, book: await this.bookOf(work) }))
  }

  /** Takes an action; `act` does what it is for, and says what the timeline shows. */
  take(actor: Actor, id: string, version: number, action: AwardAction, act: (open: OpenAward) => Promise<SaveOptions> | SaveOptions): Promise<Saved> {
    return this.run(actor, async (open) => {
      const award = await open.work.get(EcoAward, id, version)
      const options = await step(open.work, award, action, open.book, () => act({ ...open, award }))
      return open.work.save(award, action, options)
    })
  }

  bookOf(work: Work): Promise<ParameterBook> {
    return this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
  }
}

/** One action on an award, not yet saved: its state, what it is for, its clock. */
export async function step(work: Work, award: EcoAward, action: AwardAction, book: ParameterBook, act: () => Promise<SaveOptions> | SaveOptions): Promise<SaveOptions> {
  const before = award.state
  await work.take(award, awardLifecycle, action)
  const options = await act()
  if (award.state !== before || action === 'changeAccount') startClock(work, award, book)
  return options
}

/** A case in a list goes on under the clock of its payment. */
export function startClock(work: Work, award: EcoAward, book: ParameterBook): void {
  if (award.state === 'LISTED') return
  const { within } = awardLifecycle.states[award.state]
  award.dueOn = within ? calendar.due(work.businessDate, { count: book.number(within), unit: 'working-days' }) : null
}
