import type { IdDocumentType } from '@xishan/domain'

/** What the forms of a death begin with. */
export const noDocument = (): { type: IdDocumentType; number: string } => ({ type: '1', number: '' })
export const nobody = () => ({ name: '', document: noDocument(), sex: null, birthDate: null, ethnicity: null, hukouDivisionCode: '' })
export const noInformant = () => ({ name: '', relation: '', phone: null })
export const noCertificate = () => ({ kind: 'MEDICAL' as const, number: '', issuer: '' })
