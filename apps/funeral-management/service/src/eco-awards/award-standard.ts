import { addMonths, type ParameterBook, type ParameterVersion } from '@xishan/domain'
import { AWARD_AMOUNT, AWARD_PARAMETER, countsAsEco, type DispositionKind } from '@xishan/funeral-management-contract'
import { calendar } from '@xishan/service-kit'

interface Buried {
  kind: DispositionKind
  disposedOn: string
}

/** The standard of a kind on the day of disposition; null where there is none. */
export function standardOf(book: ParameterBook, { kind, disposedOn }: Buried): ParameterVersion | null {
  const key = AWARD_AMOUNT[kind]
  if (key === undefined) return null
  try {
    return book.at(disposedOn).version(key)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The last day to apply; moved off a day without work where the calendar knows that year. */
export function applyUntil(book: ParameterBook, disposedOn: string): string {
  const end = addMonths(disposedOn, book.number(AWARD_PARAMETER.applyWithin))
  return calendar.covers(end) ? calendar.onOrAfter(end) : end
}

/** What is due for a disposition that was applied for on that day: nothing where it is no eco burial, came too late, or has no standard. */
export function dueFen(book: ParameterBook, buried: Buried, appliedOn: string): number {
  const value = countsAsEco(buried.kind, buried.disposedOn) && appliedOn <= applyUntil(book, buried.disposedOn) ? standardOf(book, buried)?.value : 0
  return typeof value === 'number' ? value : 0
}
