import { isCode } from '@xishan/domain'
import { ATTACHMENT_KIND, applicationLifecycle, type ApplicationDetail, type AttachmentKind } from '@xishan/social-assistance-contract'
import { isApplicationAction } from '../actions/case-actions'

/** Asked for by the ways a case may end early; on the list of materials only once they are there. */
const ONLY_WHEN_NEEDED: readonly AttachmentKind[] = ['WITHDRAWAL_REQUEST', 'NON_COOPERATION_RECORD']

/** Kinds of material shown with a case: those at hand and those its next steps ask for, in the order of the list of kinds. */
export function shownKinds({ attachments, actions }: Pick<ApplicationDetail, 'attachments' | 'actions'>): AttachmentKind[] {
  const needed = actions.flatMap(({ action }) => (isApplicationAction(action) ? (applicationLifecycle.actions[action].needs ?? []) : []))
  const asked = needed.filter((kind) => isCode(ATTACHMENT_KIND, kind)).filter((kind) => !ONLY_WHEN_NEEDED.includes(kind))
  return ATTACHMENT_KIND.codes.filter((kind) => asked.includes(kind) || attachments.some((attachment) => attachment.kind === kind))
}
