import { DomainProblem, isRealDate } from '@xishan/domain'

/** A date out of a cursor. @throws DomainProblem `malformed-request` when somebody made the cursor up */
export function dateOfCursor(part: string): string {
  if (!isRealDate(part)) throw new DomainProblem('malformed-request')
  return part
}
