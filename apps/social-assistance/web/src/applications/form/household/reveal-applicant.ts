import { readIdentityDocument } from '@xishan/domain'
import type { ApplicationDetail } from '@xishan/social-assistance-contract'
import { api } from '../../../api'

/** The applicant's paper as typed at the window, for the handler of the case; the service logs that it was looked at. */
export async function revealApplicant({ id, number, documentType }: Pick<ApplicationDetail, 'id' | 'number' | 'documentType'>) {
  const { value } = await api.reveal({ body: { field: 'DOCUMENT_NUMBER', applicationId: id, reason: `填写家庭成员，办件${number}` } })
  const reading = documentType ? readIdentityDocument(documentType, value) : undefined
  return { type: reading?.ok ? reading.type : documentType, number: value }
}
