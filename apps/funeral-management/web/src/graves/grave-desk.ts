import { reasonText } from '@xishan/domain'
import { GRAVE_PHOTO, contract, graveLifecycle, type GravePhoto } from '@xishan/funeral-management-contract'
import { useCan } from '@xishan/web-kit'
import type { CaseDesk, WordsAction } from '@xishan/web-kit/pages/cases'
import { api } from '../api'

/** What the photos and dialogs of a grave need to know. */
export const graveDesk: CaseDesk<GravePhoto> = {
  name: 'illegal-grave',
  lifecycle: graveLifecycle,
  materials: GRAVE_PHOTO,
  photographs: GRAVE_PHOTO.codes,
  mayAdd: () => useCan(contract)('addGravePhotos'),
  upload: (id, kind, file, options) => api.addGravePhoto({ params: { id }, body: { kind }, file }, options),
  view: (id, attachmentId) => api.showGravePhoto({ params: { id, attachmentId } }),
}

/** Actions that ask for words and nothing else. */
export const WORDS_ACTIONS: Readonly<Record<string, WordsAction>> = {
  dismiss: { title: '不属实的理由', schema: reasonText('不属实的理由'), take: (id, version, reason) => api.dismissGrave({ params: { id }, body: { version, reason } }) },
  issue: { title: '责令整改内容', schema: reasonText('责令整改内容'), lead: '制发后生成通知编号，打印《责令整改通知书》送达，再登记送达情况；整改期限自送达之日起算。', take: (id, version, requirement) => api.issueGraveNotice({ params: { id }, body: { version, requirement } }) },
  close: { title: '复核意见', schema: reasonText('复核意见'), take: (id, version, opinion) => api.closeGrave({ params: { id }, body: { version, opinion } }) },
  return: { title: '退回理由', schema: reasonText('退回理由'), lead: '退回后须重新整改并另拍照片。', take: (id, version, reason) => api.returnGrave({ params: { id }, body: { version, reason } }) },
  reopen: { title: '重新办理的理由', schema: reasonText('重新办理的理由'), lead: '重新到现场核实；此前的通知作废，记录保留在办理经过中。', take: (id, version, reason) => api.reopenGrave({ params: { id }, body: { version, reason } }) },
}
