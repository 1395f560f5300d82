import { addToMonth } from '@xishan/domain'
import { sealDocument, type Ciphers } from '@xishan/service-kit'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { bookOn } from '../demonstration/demonstration-parameters'
import { idAt, momentOf } from '../demonstration/identifiers'
import { accountNumber, phoneNumber } from '../demonstration/people'
import { addressOf, streets } from '../demonstration/places'
import { Draw } from '../demonstration/random'
import { divisionsOn } from '../divisions'
import { CHUNK, chunksOf, householdsIn, paidAmong, sizesOf, type DistrictSize } from './blocks'
import { CitizenNumbers, TODAY, factsOfResident, familyOf } from './residents'

const SEED = 'xishan large district'
const FIRST_MOMENT = momentOf('2025-09-01', 540)
const YEAR = 2025
export const REASON = '成批载入的演示数据，未经审核程序'

const book = bookOn(TODAY)
const standards = { URBAN: book.number(PARAMETER.standard.URBAN), RURAL: book.number(PARAMETER.standard.RURAL) }
const places = streets.flatMap((street) => divisionsOn(TODAY).childrenOf(street.code).map(({ code }) => [{ code, street, address: addressOf(code, TODAY) }, street.households] as const))

const numberOf = (series: string, nth: number): string => `XS-${series}-${YEAR}-${String(nth).padStart(6, '0')}`

type Value = string | number | boolean | null
type Rows = Value[][]

export interface ChunkRows {
  household: Rows
  household_member: Rows
  benefit: Rows
  benefit_member: Rows
  benefit_amount: Rows
}
export type ChunkTable = keyof ChunkRows

const DIVISION = 'division_code'
/** Columns by table, in the order that each needs the one before it. */
export const COLUMNS: Readonly<Record<ChunkTable, readonly string[]>> = {
  household: [
    'id', 'version', DIVISION, 'audit_head', 'audit_seq', 'number', 'applicant_name', 'document_masked', 'member_count', 'hukou_division_code', 'residence', 'address', 'phone_sealed', 'phone_masked', 'bank',
    'account_number_sealed', 'account_last_four', 'account_holder', 'separately_registered',
  ],
  household_member: [
    'household_id', 'id', DIVISION, 'position', 'name', 'relation', 'birth_date', 'document_type', 'document_number_sealed', 'document_masked', 'document_lookup', 'person_key', 'facts', 'counted', 'counted_because',
  ],
  benefit: ['id', 'version', DIVISION, 'audit_head', 'audit_seq', 'number', 'household_id', 'applicant_name', 'document_masked', 'residence', 'member_count', 'category', 'state', 'from_month', 'amount_fen', 'recheck_on', 'reason'],
  benefit_member: ['benefit_id', 'member_id', DIVISION, 'name', 'relation', 'document_lookup', 'person_key', 'supplement_fen', 'from_month'],
  benefit_amount: ['benefit_id', 'from_month', 'sequence', DIVISION, 'amount_fen', 'member_count', 'reason'],
}

/** The rows of one chunk; what stands for the audit entries is filled in when they are known. */
export function rowsOf(chunk: number, size: DistrictSize, ciphers: Ciphers): ChunkRows {
  const rows: ChunkRows = { household: [], household_member: [], benefit: [], benefit_member: [], benefit_amount: [] }
  const numbers = new CitizenNumbers(chunk, chunksOf(size))
  const before = chunk * CHUNK.households
  const draw = new Draw(`${SEED}/${chunk}`)
  for (const [at, people] of sizesOf(chunk, size).entries()) addHousehold(rows, { nth: before + at, people, size, numbers, draw, ciphers })
  return rows
}

interface Planned {
  /** Of all households of the district. */
  nth: number
  people: number
  size: DistrictSize
  numbers: CitizenNumbers
  draw: Draw
  ciphers: Ciphers
}

function addHousehold(rows: ChunkRows, { nth, people, size, numbers, draw, ciphers }: Planned): void {
  const { code, street, address } = draw.weighted(places)
  const residence = draw.chance(street.rural) ? 'RURAL' : 'URBAN'
  const family = familyOf(people, draw.weighted(street.ethnicity), numbers, draw)
  const at = FIRST_MOMENT + nth
  const id = idAt(at, draw)
  const members = family.map((resident) => ({ ...factsOfResident(resident, idAt(at, draw)), sealed: sealDocument(ciphers, resident.person.document) }))
  for (const [position, { sealed, ...facts }] of members.entries())
    rows.household_member.push([
      id, facts.id, code, position, facts.name, facts.relation, facts.birthDate, sealed.documentType, sealed.documentNumberSealed, sealed.documentMasked, sealed.documentLookup, sealed.personKey, JSON.stringify(facts), null, '',
    ])
  const [head] = members
  if (!head) throw new RangeError('a household without people')
  const paidBefore = paidAmong(nth, size)
  const isPaid = paidAmong(nth + 1, size) > paidBefore
  const account = isPaid ? accountNumber(draw) : null
  const phone = phoneNumber(draw)
  rows.household.push([
    id, 1, code, null, 1, numberOf('SAH', nth + 1), head.name, head.sealed.documentMasked, people, code.slice(0, 9), residence, address, ciphers.encrypt(phone), `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    ...(account ? ['演示银行西山支行', ciphers.encrypt(account), account.slice(-4), head.name] : [null, null, null, null]), false,
  ])
  if (!isPaid) return
  const benefitId = idAt(at, draw)
  const fromMonth = addToMonth('2021-08', draw.int(0, 48))
  const amountFen = people * Math.ceil((standards[residence] * draw.int(35, 100)) / 10_000) * 100
  rows.benefit.push([
    benefitId, 1, code, null, 1, numberOf('SAB', paidBefore + 1), id, head.name, head.sealed.documentMasked, residence, people, draw.pick(['A', 'B', 'C']), 'NORMAL', fromMonth, amountFen, `2026-0${draw.int(1, 9)}-15`, REASON,
  ])
  rows.benefit_amount.push([benefitId, fromMonth, 1, code, amountFen, people, REASON])
  for (const { id: memberId, name, relation, sealed } of members) rows.benefit_member.push([benefitId, memberId, code, name, relation, sealed.documentLookup, sealed.personKey, 0, fromMonth])
}

/** The series that go on after the district, with the last number given. */
export const seriesAfter = (size: DistrictSize): readonly (readonly [string, number, number])[] => [['SAH', YEAR, householdsIn(size)], ['SAB', YEAR, size.inPay]]
