import { ATTACHMENT_KIND, benefitChangeLifecycle, contract, type AttachmentKind } from '@xishan/social-assistance-contract'
import { useCan } from '@xishan/web-kit'
import type { CaseDesk } from '@xishan/web-kit/pages/cases'
import { api } from '../api'

/** A change in pay as the bar, the dialogs and the panels of its page need it. */
export const changeDesk: CaseDesk<AttachmentKind> = {
  name: 'benefit-change',
  lifecycle: benefitChangeLifecycle,
  materials: ATTACHMENT_KIND,
  mayAdd: () => useCan(contract)('addChangeAttachments'),
  upload: (id, kind, file, options) => api.addChangeAttachment({ params: { id }, body: { kind }, file }, options),
  view: (id, attachmentId) => api.downloadChangeAttachment({ params: { id, attachmentId } }),
}
