import type { Actor } from '@xishan/domain'
import type { ExportInput } from '@xishan/funeral-management-contract'
import type { ExportedList, PlaceNames } from '@xishan/service-kit'
import { archiveExport } from '../archives/archive-export'
import { cremationExport } from '../cremations/cremation-export'
import { deathExport } from '../deaths/death-export'
import { settlementExport } from '../settlements/settlement-lines'
import { awardExport } from '../eco-awards/award-rows'
import { dispositionExport } from '../dispositions/disposition-export'
import { contractExport } from '../facilities/contract-export'
import { graveExport } from '../graves/grave-export'

/** The rows that a list shows under the same filters, masked as the list masks them: one line for each subject. */
export function exportedLists(input: ExportInput, _actor: Actor, today: string, names: PlaceNames): ExportedList {
  switch (input.subject) {
    case 'DEATHS':
      return deathExport(input.filters, names)
    case 'ARCHIVES':
      return archiveExport(input.filters)
    case 'CREMATIONS':
      return cremationExport(input.filters)
    case 'SETTLEMENT_LINES':
      return settlementExport(input.filters)
    case 'ECO_AWARDS':
      return awardExport(input.filters, names)
    case 'DISPOSITIONS':
      return dispositionExport(input.filters, today)
    case 'GRAVE_CONTRACTS':
      return contractExport(input.filters)
    case 'ILLEGAL_GRAVES':
      return graveExport(input.filters, today, names)
  }
}
