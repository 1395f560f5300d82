import { addMonths, lastDayOf, maskPhone, type ParameterBook } from '@xishan/domain'
import { newId, sealDocument, type Ciphers } from '@xishan/service-kit'
import { BLANK_MEMBER, PARAMETER } from '@xishan/social-assistance-contract'
import { BenefitAmount } from '../benefits/benefit-amount.entity'
import { BenefitMember } from '../benefits/benefit-member.entity'
import { Benefit } from '../benefits/benefit.entity'
import { HouseholdMember } from '../households/household-member.entity'
import { Household } from '../households/household.entity'
import type { RosterImport } from './roster-import.entity'
import type { RosterRow } from './roster-row'
import { personOf } from './write-rows'

export interface ImportedHousehold {
  household: Household
  members: HouseholdMember[]
  benefit: Benefit
  paid: BenefitMember[]
  amount: BenefitAmount
}

export const IMPORTED = '名册导入'
const LEGACY = '身份证号码由 15 位旧号码换算'

interface Numbers {
  household: string
  benefit: string
}

/** Rows that were judged to be whole: a household with a head, in pay since its own month. No case, no clock. */
export function householdOfRows(rows: readonly RosterRow[], divisionCode: string, people: number, numbers: Numbers, roster: RosterImport, book: ParameterBook, ciphers: Ciphers): ImportedHousehold {
  const head = rows.find(({ facts }) => facts.relation === '0') ?? rows[0]
  const { residence = null, category = null, householdFen = null, fromMonth = null } = head?.facts ?? {}
  if (!head || residence === null || category === null || householdFen === null || fromMonth === null) throw new RangeError('a household that is not whole was to be taken over')
  const householdId = newId()
  const members = rows.map((row, position) => memberOf(row, row === head, { householdId, divisionCode, position }, ciphers))
  const own = members.find(({ relation }) => relation === '0')
  const named = { applicantName: head.name, documentMasked: own?.documentMasked ?? '', residence, divisionCode, memberCount: people }
  const household = Object.assign(new Household(), { id: householdId, number: numbers.household, ...named, ...contactOf(head, ciphers), hukouDivisionCode: divisionCode.slice(0, 9), separatelyRegistered: false })
  const benefit = Object.assign(new Benefit(), {
    id: newId(), number: numbers.benefit, householdId, applicationId: null, ...named, category, fromMonth, amountFen: householdFen, reason: IMPORTED, rosterImportId: roster.id, firstConfirmedOn: head.facts.confirmedOn,
    recheckOn: addMonths(lastDayOf(roster.asOfMonth), book.number(PARAMETER.recheck[category])),
  })
  const paid = members.map(({ id, name, relation, documentLookup, personKey }) =>
    Object.assign(new BenefitMember(), { benefitId: benefit.id, memberId: id, divisionCode, name, relation, documentLookup, personKey, supplementFen: 0, supplementGround: null, fromMonth }),
  )
  const amount = Object.assign(new BenefitAmount(), { benefitId: benefit.id, divisionCode, fromMonth, amountFen: householdFen, memberCount: people, reason: IMPORTED, decisionId: null })
  return { household, members, benefit, paid, amount }
}

function memberOf({ name, facts, secrets }: RosterRow, isHead: boolean, place: { householdId: string; divisionCode: string; position: number }, ciphers: Ciphers): HouseholdMember {
  const { sex, birthDate, isLegacy } = facts
  if (secrets.number === null || sex === null || birthDate === null) throw new RangeError('a member without a number was to be taken over')
  const id = newId()
  const relation = isHead ? '0' : (facts.relation ?? '8')
  const note = isLegacy ? LEGACY : ''
  return Object.assign(new HouseholdMember(), {
    ...place, id, name, relation, birthDate, ...sealDocument(ciphers, personOf(secrets.number)), counted: true, countedBecause: IMPORTED,
    facts: { ...BLANK_MEMBER, id, name, relation, sex, birthDate, ethnicity: '01', maritalStatus: '90', note },
  })
}

function contactOf({ name, facts, secrets }: RosterRow, ciphers: Ciphers): Partial<Household> {
  const phone = secrets.phone ?? ''
  return {
    address: facts.address ?? '',
    phoneSealed: ciphers.encrypt(phone),
    phoneMasked: phone === '' ? '' : maskPhone(phone),
    ...(secrets.account === null ? {} : { bank: facts.bank ?? '', accountNumberSealed: ciphers.encrypt(secrets.account), accountLastFour: secrets.account.slice(-4), accountHolder: facts.holder ?? name }),
  }
}
