import { DomainProblem, labelOf, type ParameterBook } from '@xishan/domain'
import {
  DISPOSITION_PARAMETER, FREE_CLASS, NOTHING_FREE, SERVICE_PARAMETER, deathLifecycle, leftOf,
  type Allowances, type BillBasis, type FreeClass, type FreeItem,
} from '@xishan/funeral-management-contract'
import type { Ask } from '@xishan/service-kit'

/** Deaths that are sure enough to be billed for. */
const BILLABLE = ['REGISTERED', 'DISPUTED', 'UNIDENTIFIED']
const DISTRICT = '530112'

export interface Deceased {
  deathId: string
  deceasedName: string
  diedOn: string
  state: string
  hukou: string
}

/** @throws DomainProblem `not-found`, `bill-death-state` */
export async function deceasedOf(ask: Ask, deathId: string): Promise<Deceased> {
  const [found] = await ask<Deceased>(`select id as "deathId", deceased_name as "deceasedName", died_on::text as "diedOn", state, hukou_division_code as hukou from death where id = $1`, [deathId])
  if (!found) throw new DomainProblem('not-found')
  if (!BILLABLE.includes(found.state)) throw new DomainProblem('bill-death-state', { state: labelOf(deathLifecycle, found.state) })
  return found
}

/** The classes that this person may belong to by the parameters of the day and by what is known of the death. */
export function classesOf(book: ParameterBook, { state, hukou }: Deceased): FreeClass[] {
  const named = book.text(SERVICE_PARAMETER.freeClasses).split(/[、,，]/)
  return FREE_CLASS.entries.flatMap(([code, words]) => {
    if (code === 'RESIDENT') return book.flag(SERVICE_PARAMETER.freeForResidents) && hukou.startsWith(DISTRICT) ? [code] : []
    if (!named.includes(words)) return []
    return code === 'UNIDENTIFIED' && state !== 'UNIDENTIFIED' ? [] : [code]
  })
}

const allowancesOf = (book: ParameterBook): Allowances => ({
  COLLECTION: { quantity: book.number(SERVICE_PARAMETER.collectionTimes), fen: book.number(SERVICE_PARAMETER.collectionCap) },
  STORAGE: { quantity: book.number(SERVICE_PARAMETER.storageDays), fen: book.number(SERVICE_PARAMETER.storageCap) },
  CREMATION: { quantity: book.number(SERVICE_PARAMETER.cremations), fen: book.number(SERVICE_PARAMETER.cremationCap) },
  KEEPING: { quantity: book.number(DISPOSITION_PARAMETER.freeKeeping), fen: book.number(SERVICE_PARAMETER.keepingCap) },
})

/** What is still free for the person after the bills that were issued. */
export async function allowancesLeft(ask: Ask, book: ParameterBook, deathId: string): Promise<Allowances> {
  const rows = await ask<{ item: FreeItem; quantity: number; fen: number }>(`select free_item as item, quantity, fen::float8 as fen from free_so_far($1)`, [deathId])
  const used = Object.fromEntries(rows.map(({ item, quantity, fen }) => [item, { quantity, fen }]))
  return leftOf(allowancesOf(book), { ...NOTHING_FREE, ...used })
}

/** Every version of a facility's published items. */
export const pricesOf = (ask: Ask, facilityId: string): Promise<BillBasis['prices']> =>
  ask(
    `select id, code, name, unit, service_class as "serviceClass", free_item as "freeItem", price_fen::float8 as "priceFen", effective_from::text as "effectiveFrom"
     from price_line where facility_id = $1 and published_on is not null order by service_class, code, effective_from`,
    [facilityId],
  )
