import { isCode } from '@xishan/domain'
import { ATTACHMENT_KIND, actionInputs, applicationLifecycle, type ApplicationAction, type ApplicationDetail, type AttachmentKind } from '@xishan/social-assistance-contract'
import type { OfferedAction } from '@xishan/web-kit'

type Papers = Pick<ApplicationDetail, 'attachments'>

/** Photographed in the community while the posting runs, and so uploaded there. */
const TAKEN_ELSEWHERE: readonly AttachmentKind[] = ['POSTING_PHOTO']

export const isApplicationAction = (action: string): action is ApplicationAction => Object.hasOwn(actionInputs, action)

/** Kinds of paper that an action needs and that are gathered in its dialog. */
export function papersOf(action: ApplicationAction): AttachmentKind[] {
  return (applicationLifecycle.actions[action].needs ?? []).filter((kind) => isCode(ATTACHMENT_KIND, kind)).filter((kind) => !TAKEN_ELSEWHERE.includes(kind))
}

export const missingPapers = (action: ApplicationAction, { attachments }: Papers): AttachmentKind[] =>
  papersOf(action).filter((kind) => !attachments.some((attachment) => attachment.kind === kind))

/** What the bar offers: an action that only waits for papers can be opened, for its dialog takes them. */
export function barActions({ actions, attachments }: Papers & Pick<ApplicationDetail, 'actions'>): OfferedAction[] {
  return actions.map(({ action, blockedBy }) => {
    const waitsForPapers = isApplicationAction(action) && missingPapers(action, { attachments }).length > 0
    return { action, blockedBy: waitsForPapers ? null : blockedBy }
  })
}
