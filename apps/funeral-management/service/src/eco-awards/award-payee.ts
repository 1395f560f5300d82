import { DomainProblem, maskPhone, type AccountInput, type IdentityDocument } from '@xishan/domain'
import { requirePlausibleDocument, sealDocument, type Ciphers, type Work } from '@xishan/service-kit'
import { requireLivingPayee } from './award-basis'
import type { EcoAward } from './eco-award.entity'

export const accountColumns = (ciphers: Ciphers, { bank, number, holder }: AccountInput): Pick<EcoAward, 'bank' | 'accountSealed' | 'accountLastFour' | 'accountHolder'> => ({
  bank,
  accountSealed: ciphers.encrypt(number),
  accountLastFour: number.slice(-4),
  accountHolder: holder,
})

export const phoneColumns = (ciphers: Ciphers, phone: string): Pick<EcoAward, 'phoneSealed' | 'phoneMasked'> => ({ phoneSealed: ciphers.encrypt(phone), phoneMasked: maskPhone(phone) })

/**
 * Who applies: somebody else than the deceased, and alive.
 * @throws DomainProblem `invalid-input`, `award-applicant-is-deceased`, `award-payee-dead`
 */
export async function applicantColumns(work: Work, ciphers: Ciphers, name: string, document: IdentityDocument, deceasedLookup: string | null): Promise<Pick<EcoAward, 'applicantName' | 'applicantDocumentType' | 'applicantNumberSealed' | 'applicantMasked' | 'applicantLookup'>> {
  const field = 'document.number'
  requirePlausibleDocument(document, work.businessDate, field)
  const { documentType, documentNumberSealed, documentMasked, documentLookup } = sealDocument(ciphers, document)
  if (documentLookup === deceasedLookup) throw new DomainProblem('award-applicant-is-deceased', {}, [{ field, message: '与逝者相同' }])
  await requireLivingPayee(work, name, documentLookup, field)
  return { applicantName: name, applicantDocumentType: documentType, applicantNumberSealed: documentNumberSealed, applicantMasked: documentMasked, applicantLookup: documentLookup }
}
