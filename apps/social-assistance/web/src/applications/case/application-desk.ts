import { ATTACHMENT_KIND, applicationLifecycle, contract, type AttachmentKind } from '@xishan/social-assistance-contract'
import { useCan } from '@xishan/web-kit'
import type { CaseDesk } from '@xishan/web-kit/pages/cases'
import { api } from '../../api'

/** The subsistence allowance as the bar, the dialogs and the panels of its page need it. */
export const applicationDesk: CaseDesk<AttachmentKind> = {
  name: 'application',
  lifecycle: applicationLifecycle,
  materials: ATTACHMENT_KIND,
  photographs: ['POSTING_PHOTO', 'SURVEY_PHOTO'],
  takenElsewhere: ['POSTING_PHOTO'],
  onlyWhenFiled: ['WITHDRAWAL_REQUEST', 'NON_COOPERATION_RECORD'],
  mayAdd: () => useCan(contract)('addAttachments'),
  upload: (id, kind, file, options) => api.addAttachment({ params: { id }, body: { kind }, file }, options),
  view: (id, attachmentId) => api.downloadAttachment({ params: { id, attachmentId } }),
}
