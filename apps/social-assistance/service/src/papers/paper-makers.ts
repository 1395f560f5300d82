import type { Actor } from '@xishan/domain'
import { papersFor, type ApplicationDetail, type PaperKind } from '@xishan/social-assistance-contract'
import { seesCircumstances } from '../people/circumstances'
import { applicationForm } from './kinds/application-form'
import { checkAuthorisation } from './kinds/check-authorisation'
import { confirmationNotice } from './kinds/confirmation-notice'
import { acceptanceNotice, checkResultNotice, correctionNotice, nonAcceptanceNotice, refusalNotice, terminationNotice } from './kinds/notices'
import { postingSheet } from './kinds/posting-sheet'
import { surveyForm } from './kinds/survey-form'
import type { PaperMaker } from './paper-case'

export const PAPER_MAKERS: Readonly<Record<PaperKind, PaperMaker>> = {
  APPLICATION_APPROVAL_FORM: applicationForm,
  CHECK_AUTHORISATION: checkAuthorisation,
  SURVEY_FORM: surveyForm,
  ACCEPTANCE_NOTICE: acceptanceNotice,
  CORRECTION_NOTICE: correctionNotice,
  NON_ACCEPTANCE_NOTICE: nonAcceptanceNotice,
  CHECK_RESULT_NOTICE: checkResultNotice,
  POSTING_SHEET: postingSheet,
  CONFIRMATION_NOTICE: confirmationNotice,
  REFUSAL_NOTICE: refusalNotice,
  TERMINATION_NOTICE: terminationNotice,
}

/** Identity numbers stand on these in full, for they are signed and filed. */
export const WITH_NUMBERS: readonly PaperKind[] = ['APPLICATION_APPROVAL_FORM', 'CHECK_AUTHORISATION']

/** Income, property and findings stand on these. */
const OF_CIRCUMSTANCES: readonly PaperKind[] = ['APPLICATION_APPROVAL_FORM', 'SURVEY_FORM', 'CHECK_RESULT_NOTICE', 'CONFIRMATION_NOTICE', 'REFUSAL_NOTICE', 'TERMINATION_NOTICE']

/** The papers that say something true of this case, as far as the reader may hold them. */
export const papersAtHand = (actor: Actor, { state, meansCheck }: Pick<ApplicationDetail, 'state' | 'meansCheck'>): PaperKind[] =>
  papersFor(state).filter((kind) => (kind !== 'CHECK_RESULT_NOTICE' || Boolean(meansCheck?.concludedOn)) && (seesCircumstances(actor) || !OF_CIRCUMSTANCES.includes(kind)))
