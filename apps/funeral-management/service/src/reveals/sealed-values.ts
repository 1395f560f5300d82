import type { Revealable } from '@xishan/funeral-management-contract'
import { logReading, partsIn, type SealedValue, type Work } from '@xishan/service-kit'
import { DomainProblem } from '@xishan/domain'

type Find = (work: Work, id: string) => Promise<Omit<SealedValue, 'field'>>

interface Stored {
  divisionCode: string
  sealed: string | null
}

/** A sealed column of a root. */
const columnOf =
  (table: string, column: string): Find =>
  async (work, id) => {
    const [found] = await work.query<Stored>(`select division_code as "divisionCode", ${column} as sealed from ${table} where id = $1`, [id])
    if (!found) throw new DomainProblem('not-found')
    return { subject: { type: table, id, divisionCode: found.divisionCode }, sealed: found.sealed }
  }

/** A look at a closed file stands in its log of readings too. */
const adoptionDocument: Find = async (work, id) => {
  const [found] = await work.query<Stored & { fileId: string; number: string }>(
    `select a.id as "fileId", a.number, a.division_code as "divisionCode", p.document_number_sealed as sealed from adoption_party p join adoption_assessment a on a.id = p.file_id where p.id = $1`,
    [id],
  )
  const [named] = found ? await partsIn(work, found.fileId) : []
  if (!found || !named) throw new DomainProblem('not-found')
  await logReading(work, { id: found.fileId, number: found.number, divisionCode: found.divisionCode }, 'DOCUMENT', named)
  return { subject: { type: 'adoption_assessment', id: found.fileId, divisionCode: found.divisionCode }, sealed: found.sealed }
}

/** Where each masked field stands. */
export const SEALED_VALUES: Readonly<Record<Revealable, Find>> = {
  DEATH_DOCUMENT: columnOf('death', 'document_number_sealed'),
  DEATH_INFORMANT_PHONE: columnOf('death', 'informant_phone_sealed'),
  DISPOSITION_DOCUMENT: columnOf('disposition', 'document_number_sealed'),
  AWARD_APPLICANT_DOCUMENT: columnOf('eco_award', 'applicant_number_sealed'),
  AWARD_APPLICANT_PHONE: columnOf('eco_award', 'phone_sealed'),
  AWARD_ACCOUNT: columnOf('eco_award', 'account_sealed'),
  ADOPTION_DOCUMENT: adoptionDocument,
  GRAVE_HOLDER_DOCUMENT: columnOf('grave_contract', 'holder_number_sealed'),
  GRAVE_HOLDER_PHONE: columnOf('grave_contract', 'holder_phone_sealed'),
  ILLEGAL_GRAVE_PHONE: columnOf('illegal_grave', 'holder_phone_sealed'),
}
