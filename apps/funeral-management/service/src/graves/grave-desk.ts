import { DomainProblem, label, startDeadline, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import { GRAVE_PARAMETER, GRAVE_PHOTO, graveLifecycle, type GraveAction, type GravePhoto } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, calendar, type SaveOptions, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { IllegalGrave } from './illegal-grave.entity'

export interface OpenGrave {
  work: Work
  grave: IllegalGrave
  book: ParameterBook
}

/** Takes an action of the lifecycle on a grave at a version. */
@Injectable()
export class GraveDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  take(actor: Actor, id: string, version: number, action: GraveAction, act: (open: OpenGrave) => SaveOptions | Promise<SaveOptions>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const grave = await work.get(IllegalGrave, id, version)
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      await work.take(grave, graveLifecycle, action)
      const options = await act({ work, grave, book })
      return work.save(grave, action, options)
    })
  }
}

export const periodFrom = (from: string, days: number): { warnOn: string; dueOn: string } => startDeadline(calendar, from, { count: days, unit: 'days' })

/** The period of a step that has no term of its own. */
export const stepFrom = (from: string, book: ParameterBook): { warnOn: string; dueOn: string } => periodFrom(from, book.number(GRAVE_PARAMETER.stepDays))

/** @throws DomainProblem `grave-date` */
export function requireBetween(day: string, from: string, to: string, [field, title]: readonly [field: string, title: string]): void {
  if (day < from || day > to) throw new DomainProblem('grave-date', { title, from, to }, [{ field, message: `应在 ${from} 至 ${to} 之间` }])
}

/** A photo that was filed before the case came to its state shows another visit. @throws DomainProblem `grave-photo-new` */
export async function requireNewPhoto(work: Work, { id }: IllegalGrave, kind: GravePhoto): Promise<void> {
  const [fresh] = await work.query(
    `select 1 from attachment where subject_type = 'illegal_grave' and subject_id = $1 and kind = $2
       and uploaded_at > (select max(at) from case_step where case_id = $1 and from_state is distinct from to_state) limit 1`,
    [id, kind],
  )
  if (!fresh) throw new DomainProblem('grave-photo-new', { kind: label(GRAVE_PHOTO, kind) })
}
