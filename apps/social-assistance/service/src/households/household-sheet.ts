import { DomainProblem, readIdentityDocument } from '@xishan/domain'
import { type Ciphers, requirePlausibleDocument, sealDocument, type SealedDocument } from '@xishan/service-kit'
import type { HouseholdInput, MemberInput } from '@xishan/social-assistance-contract'
import type { Application } from '../applications/application.entity'
import { requireNotAfter } from '../applications/application-desk'
import { HouseholdMember } from './household-member.entity'

type Applicant = Pick<Application, 'applicantName' | 'documentType' | 'documentNumberSealed' | 'documentMasked' | 'documentLookup' | 'personKey'>

interface Sheet {
  householdId: string
  divisionCode: string
  businessDate: string
  applicant: Applicant
  /** Members of the household as stored so far. */
  stored: readonly HouseholdMember[]
}

const wrong = (field: string, message: string): DomainProblem => new DomainProblem('invalid-input', {}, [{ field, message }])

/**
 * The rows of a household sheet. A number is asked for once: members that are stored keep theirs, and the applicant brings the one
 * of the window.
 * @throws DomainProblem `document-required`, `date-in-future`, `invalid-input` at the field concerned
 */
export function memberRows(input: readonly MemberInput[], sheet: Sheet, ciphers: Ciphers): HouseholdMember[] {
  const rows = input.map((member, at) => memberRow(member, at, sheet, ciphers))
  const twice = rows.findIndex(({ documentLookup }, at) => rows.findIndex((other) => other.documentLookup === documentLookup) < at)
  if (twice >= 0) throw wrong(`members.${twice}.document.number`, '该证件号码已填写在另一名成员下，请核对')
  const { documentLookup } = sheet.applicant
  if (documentLookup && !rows.some((row) => row.documentLookup === documentLookup)) throw wrong('members', '家庭成员中没有申请人，请加上申请人本人')
  return rows
}

function memberRow({ document, ...facts }: MemberInput, position: number, { householdId, divisionCode, businessDate, applicant, stored }: Sheet, ciphers: Ciphers): HouseholdMember {
  const path = `members.${position}`
  requireNotAfter(businessDate, facts.birthDate, { path: `${path}.birthDate`, title: '出生日期' })
  if (document) requirePlausibleDocument(document, businessDate, `${path}.document.number`)
  const kept = stored.find(({ id }) => id === facts.id)
  const sealed = document ? sealDocument(ciphers, document) : (kept ?? ofApplicant(facts, applicant))
  if (!sealed) throw new DomainProblem('document-required', { name: facts.name }, [{ field: `${path}.document.number`, message: `请填写“${facts.name}”的证件号码` }])
  if (!document) requireAgreeing(facts, sealed, path, ciphers)
  const { documentType, documentNumberSealed, documentMasked, documentLookup, personKey } = sealed
  const { id, name, relation, birthDate } = facts
  return Object.assign(new HouseholdMember(), {
    householdId, id, divisionCode, position, name, relation, birthDate, documentType, documentNumberSealed, documentMasked, documentLookup, personKey, facts,
  })
}

function ofApplicant({ name }: { name: string }, applicant: Applicant): SealedDocument | undefined {
  const { applicantName, documentType, documentNumberSealed, documentMasked, documentLookup, personKey } = applicant
  if (name !== applicantName || !documentType || !documentNumberSealed || !documentMasked || !documentLookup || !personKey) return undefined
  return { documentType, documentNumberSealed, documentMasked, documentLookup, personKey }
}

/** Birth date and sex must be those of the stored number; the schema has compared those typed together with one. */
function requireAgreeing({ birthDate, sex }: { birthDate: string; sex: string }, { documentType, documentNumberSealed }: SealedDocument, path: string, ciphers: Ciphers): void {
  const reading = readIdentityDocument(documentType, ciphers.decrypt(documentNumberSealed))
  if (!reading.ok) return
  if (reading.birthDate && reading.birthDate !== birthDate) throw wrong(`${path}.birthDate`, `出生日期与证件号码不符（证件为 ${reading.birthDate}），请核对后改正其中一项`)
  if (reading.sex && reading.sex !== sex) throw wrong(`${path}.sex`, '性别与证件号码不符，请核对后改正其中一项')
}

/** What the sheet says of the family as a whole. */
export function sheetFacts({ members }: Pick<HouseholdInput, 'members'>): { separatelyRegistered: boolean; relatedAccountIds: string[] } {
  const relatives = members.flatMap(({ staffRelative }) => staffRelative ?? [])
  return { separatelyRegistered: relatives.length > 0, relatedAccountIds: [...new Set(relatives.flatMap(({ accountId }) => accountId ?? []))] }
}
