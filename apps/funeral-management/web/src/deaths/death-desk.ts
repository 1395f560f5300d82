import { DEATH_PAPER, contract, deathLifecycle, type DeathDetail, type DeathPaper } from '@xishan/funeral-management-contract'
import { useCan } from '@xishan/web-kit'
import type { CaseDesk, CaseFile } from '@xishan/web-kit/pages/cases'
import { api } from '../api'

/** What the papers of a death need to know. */
export const deathDesk: CaseDesk<DeathPaper> = {
  name: 'death',
  lifecycle: deathLifecycle,
  materials: DEATH_PAPER,
  mayAdd: () => useCan(contract)('addDeathPapers'),
  upload: (id, kind, file, options) => api.addDeathPaper({ params: { id }, body: { kind }, file }, options),
  view: (id, attachmentId) => api.showDeathPaper({ params: { id, attachmentId } }),
}

export const fileOf = (death: DeathDetail): CaseFile<DeathPaper> => ({ ...death, actions: [] })
