import { DomainProblem, maskIdNumber, readIdentityDocument, type IdDocumentType, type IdentityDocument } from '@xishan/domain'
import type { Ciphers } from '../ciphers'

/** A paper's number as it is stored: encrypted, masked for lists, and hashed to be found again. */
export interface SealedDocument {
  documentType: IdDocumentType
  documentNumberSealed: string
  documentMasked: string
  documentLookup: string
  personKey: string
}

/** The identity card and the household book carry the same citizen number: by either a person is the same. */
const asPerson = (type: IdDocumentType): IdDocumentType => (type === '2' ? '1' : type)

export const documentLookup = (ciphers: Ciphers, { type, number }: IdentityDocument): string => ciphers.lookup(asPerson(type), number)

export const sealDocument = (ciphers: Ciphers, document: IdentityDocument): SealedDocument => ({
  documentType: document.type,
  documentNumberSealed: ciphers.encrypt(document.number),
  documentMasked: maskIdNumber(document.number),
  documentLookup: documentLookup(ciphers, document),
  personKey: ciphers.personKey(asPerson(document.type), document.number),
})

/**
 * What only the business date can tell: nobody is born after it, nor more than 130 years before.
 * @throws DomainProblem `invalid-input` at `field`
 */
export function requirePlausibleDocument(document: IdentityDocument, businessDate: string, field: string): void {
  const reading = readIdentityDocument(document.type, document.number, businessDate)
  if (!reading.ok) throw new DomainProblem('invalid-input', {}, [{ field, message: reading.problem.message }])
}
