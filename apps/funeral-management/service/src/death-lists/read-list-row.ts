import { DEATH_PLACE, type DeathPlace, type ListSource, LIST_COLUMNS } from '@xishan/funeral-management-contract'
import { choices, maskIdNumber, normaliseIdentityNumber, readCitizenNumber, readLegacyNumber, type CitizenNumberFacts } from '@xishan/domain'
import { DISTRICT, readDateCell, readText, type PlaceNames, type ReadRow } from '@xishan/service-kit'
import { dateFault } from '../deaths/deceased-facts'

export interface ReadPerson {
  rowNumber: number
  name: string
  sex: string | null
  birthDate: string | null
  diedOn: string | null
  hukouDivisionCode: string
  /** A number that holds, of 18 characters. */
  number: string | null
  /** Whatever stood in place of a number, masked. */
  masked: string
  asWritten: string
  converted: boolean
  facts: { place?: DeathPlace; certificateNumber?: string; certificateIssuer?: string }
  /** Why the row cannot be taken over. */
  faults: string[]
  /** What a person should read, though the row can be taken over. */
  remarks: string[]
}

export interface RowReading {
  source: ListSource
  columns: Readonly<Record<string, number>>
  heads: readonly string[]
  names: PlaceNames
  today: string
}

const NAME = /^[\p{L}\p{Co}][\p{L}\p{M}\p{Co}·•.\- ]*$/u
const LONGEST_NAME = 50

/** Reads one row of a source's list. Nothing is guessed: what cannot be trusted is said and left out. */
export function readListRow({ number, cells, refusals }: ReadRow, reading: RowReading): ReadPerson {
  const faults: string[] = []
  const remarks: string[] = []
  const columnOf = (key: string): number => reading.columns[key] ?? -1
  const cellOf = (key: string): string | null => cells[columnOf(key)] ?? null
  const titleOf = (key: string): string => reading.heads[columnOf(key)] || (LIST_COLUMNS[reading.source].find((column) => column.key === key)?.title ?? key)
  for (const { column, message } of refusals) if (Object.values(reading.columns).includes(column)) faults.push(`“${reading.heads[column]}”：${message}`)

  const name = nameOf(cellOf('name'))
  if (!name) faults.push(`“${titleOf('name')}”没有填写或不像姓名`)
  const diedOn = dateOf('diedOn')
  const written = normaliseIdentityNumber(readText(cellOf('idNumber')) ?? '')
  const person = personOf(written, reading.today)
  if (person.message) remarks.push(person.message)
  const birthDate = person.facts?.birthDate ?? dateOf('birthDate', remarks)
  if (diedOn === null) faults.push(`“${titleOf('diedOn')}”没有可用的日期`)
  const impossible = diedOn === null ? null : dateFault(diedOn, birthDate, reading.today)
  if (impossible) faults.push(impossible)
  return {
    rowNumber: number,
    name: name ?? '',
    sex: person.facts?.sex ?? sexOf(readText(cellOf('sex'))),
    birthDate,
    diedOn,
    hukouDivisionCode: homeIn(readText(cellOf('home')), reading.names),
    number: person.facts?.number ?? null,
    masked: maskIdNumber(person.facts?.number ?? written),
    asWritten: written,
    converted: person.converted,
    facts: factsOf(cellOf),
    faults,
    remarks,
  }

  function dateOf(key: string, where: string[] = faults): string | null {
    const read = readDateCell((cellOf(key) ?? '').replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, '') || null)
    if (read.ok) return read.value
    where.push(`“${titleOf(key)}”${read.message}`)
    return null
  }
}

interface Numbered {
  facts: CitizenNumberFacts | null
  converted: boolean
  message: string | null
}

/** 15 digits are converted and told; a number that does not hold is told and not used. */
function personOf(written: string, today: string): Numbered {
  if (written === '') return { facts: null, converted: false, message: '没有证件号码，只有姓名' }
  const converted = /^\d{15}$/.test(written)
  const read = converted ? readLegacyNumber(written, today) : readCitizenNumber(written, today)
  if (!read.ok) return { facts: null, converted: false, message: `证件号码无效：${read.problem.message}` }
  return { facts: read, converted, message: converted ? '15 位旧号码，已换算为 18 位' : null }
}

function nameOf(cell: string | null): string | null {
  const text = readText(cell)
  if (text === null) return null
  const name = /^[\p{Script=Han}\p{Co} ]+$/u.test(text) ? text.replaceAll(' ', '') : text
  return [...name].length <= LONGEST_NAME && NAME.test(name) ? name : null
}

const sexOf = (text: string | null): string | null => (text === null ? null : /^(男|1|M)/i.test(text) ? '1' : /^(女|2|F)/i.test(text) ? '2' : null)

/** The community or street that an address names; whoever is at home elsewhere is kept by the bureau. */
function homeIn(address: string | null, names: PlaceNames): string {
  if (address === null) return DISTRICT
  const street = names.streets().find(({ name }) => address.includes(name))
  const community = street?.communities.find(({ name }) => address.includes(name))
  return community?.code ?? street?.code ?? DISTRICT
}

function factsOf(cellOf: (key: string) => string | null): ReadPerson['facts'] {
  const place = readText(cellOf('place'))
  const found = place === null ? undefined : choices(DEATH_PLACE).find(({ label }) => label.includes(place) || place.includes(label))
  const [certificateNumber, certificateIssuer] = [readText(cellOf('certificateNumber')), readText(cellOf('certificateIssuer'))]
  return { ...(found ? { place: found.value } : {}), ...(certificateNumber ? { certificateNumber: certificateNumber.slice(0, 60) } : {}), ...(certificateIssuer ? { certificateIssuer: certificateIssuer.slice(0, 100) } : {}) }
}
