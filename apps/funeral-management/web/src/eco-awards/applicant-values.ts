import { noDocument } from '../deaths/form-values'

export const noAccount = (holder = '') => ({ bank: '', number: '', holder })

/** What the forms of an applicant begin with. */
export const nobody = (name = '', relation = '') => ({ name, document: noDocument(), relation, phone: '', account: noAccount(name) })
