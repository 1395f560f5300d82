import { DomainProblem, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import { ParameterBooks, UnitOfWork, type SaveOptions, type Work } from '@xishan/service-kit'
import { recoveryLifecycle, type RecoveryAction, type RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { RESERVED_OFFSETS } from './offsets'
import { Recovery } from './recovery.entity'

export interface OpenRecoveryCase {
  work: Work
  recovery: Recovery
  book: ParameterBook
}

/** How every use case on a recovery begins and ends. */
@Injectable()
export class RecoveryDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  take<A extends RecoveryAction & keyof RecoveryInputs>(actor: Actor, id: string, action: A, input: RecoveryInputs[A] & { version: number }, act: (open: OpenRecoveryCase) => Promise<SaveOptions> | SaveOptions): Promise<Saved> {
    return this.change(actor, id, input.version, async (open) => {
      await open.work.take(open.recovery, recoveryLifecycle, action)
      const { version: _, ...said } = input
      const options = await act(open)
      return open.work.save(open.recovery, action, { input: said, ...options })
    })
  }

  /** Changes a recovery without an action of its lifecycle. */
  change(actor: Actor, id: string, version: number, act: (open: OpenRecoveryCase) => Promise<Saved>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const recovery = await work.get(Recovery, id, version)
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      return act({ work, recovery, book })
    })
  }
}

/** What is kept back in lines on their way and is not booked yet. */
export async function reservedOf(work: Work, { id }: Recovery): Promise<number> {
  const [row] = await work.query<{ fen: string }>(`select ${RESERVED_OFFSETS}::text as fen from recovery r where r.id = $1`, [id])
  return Number(row?.fen ?? 0)
}

/** @throws DomainProblem `date-before` at the field */
export function requireNotBefore(earliest: string | null, day: string, field: { path: string; title: string }): void {
  if (earliest !== null && day < earliest) throw new DomainProblem('date-before', { field: field.title, earliest }, [{ field: field.path, message: `${field.title}不能早于 ${earliest}` }])
}
