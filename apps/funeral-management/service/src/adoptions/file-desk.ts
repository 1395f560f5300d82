import { DomainProblem, Period, label, type ParameterBook } from '@xishan/domain'
import { ADOPTION_PARAMETER, READER_PART, type AdoptionAction } from '@xishan/funeral-management-contract'
import { partsIn, type ParameterBooks, type ReaderPart, type Work } from '@xishan/service-kit'
import { AdoptionAssessment } from './adoption-assessment.entity'
import type { ReviewTerms } from './review-dates'

/** As what somebody must be named to take an action: who is let in reads and does nothing. */
export const partFor = (action: AdoptionAction): ReaderPart => (action === 'pass' || action === 'refuse' || action === 'return' ? 'HEAD' : 'HANDLER')

/**
 * The file, locked, for whoever is named in it as `part`.
 * @throws DomainProblem `not-found` for whoever is not named at all, `adoption-not-yours` for another part, `stale-version`
 */
export async function fileFor(work: Work, id: string, version: number, part: ReaderPart): Promise<AdoptionAssessment> {
  const file = await work.get(AdoptionAssessment, id, version)
  if (!(await partsIn(work, id)).some((named) => named.part === part)) throw new DomainProblem('adoption-not-yours', { part: label(READER_PART, part) })
  return file
}

export const bookOf = (books: ParameterBooks, work: Work): Promise<ParameterBook> => books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))

export const assessmentPeriod = (book: ParameterBook): Period => Period.parse({ count: book.number(ADOPTION_PARAMETER.assessment), unit: book.version(ADOPTION_PARAMETER.assessment).unit })

export const reviewTerms = (book: ParameterBook): ReviewTerms => ({
  reviewDays: book.number(ADOPTION_PARAMETER.review),
  noticeDays: book.number(ADOPTION_PARAMETER.notice),
  warnAt: book.number(ADOPTION_PARAMETER.warnAt),
})

/** @throws DomainProblem `adoption-date` */
export function requireDay(day: string, from: string, to: string, field: string): void {
  if (day < from || day > to) throw new DomainProblem('adoption-date', { from, to }, [{ field, message: `应在 ${from} 至 ${to} 之间` }])
}
