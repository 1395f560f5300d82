import { addMonths, monthOf } from '@xishan/domain'
import { sealDocument } from '@xishan/service-kit'
import type { HouseholdInput } from '@xishan/social-assistance-contract'
import { Household, HouseholdMember } from '@xishan/social-assistance-service'
import type { CaseHistory } from '../case-history'
import type { By } from './by'

type Sheet = Omit<HouseholdInput, 'version'>

/** Members whose number was typed; the applicant's was known from the window. */
function memberRows(history: CaseHistory, { members, divisionCode }: Sheet, householdId: string): HouseholdMember[] {
  const { documentType, documentNumberSealed, documentMasked, documentLookup, personKey } = history.application
  return members.map(({ document, ...facts }, position) => {
    const sealed = document ? sealDocument(history.office.ciphers, document) : { documentType, documentNumberSealed, documentMasked, documentLookup, personKey }
    const { id, name, relation, birthDate } = facts
    return Object.assign(new HouseholdMember(), { householdId, id, divisionCode, position, name, relation, birthDate, ...sealed, facts })
  })
}

export function fillHousehold(history: CaseHistory, by: By, sheet: Sheet): void {
  const { application, office } = history
  history.change('fillHousehold', by, (act) => {
    const household = history.household ?? Object.assign(new Household(), { id: office.archive.id(act.at), number: office.archive.number('SAH', by.on) })
    const rows = memberRows(history, sheet, household.id)
    const head = rows.find(({ relation }) => relation === '0')
    const relatives = sheet.members.flatMap(({ staffRelative }) => staffRelative ?? [])
    const { divisionCode, hukouDivisionCode, residence, address, account } = sheet
    Object.assign(household, {
      divisionCode, hukouDivisionCode, residence, address, memberCount: rows.length, separatelyRegistered: relatives.length > 0, applicantName: head?.name ?? '', documentMasked: head?.documentMasked ?? '',
      phoneSealed: application.phoneSealed ?? '', phoneMasked: application.phoneMasked ?? '',
    })
    if (account) Object.assign(household, { bank: account.bank, accountNumberSealed: office.ciphers.encrypt(account.number), accountLastFour: account.number.slice(-4), accountHolder: account.holder })
    history.saveHousehold(household, act, rows)
    Object.assign(application, { householdId: household.id, hukouDivisionCode, residence, address, memberCount: rows.length, relatedAccountIds: [...new Set(relatives.flatMap(({ accountId }) => accountId ?? []))] })
    application.separatelyRegistered = relatives.length > 0 || application.staffRelative === true
  })
}

export function chooseSingle(history: CaseHistory, by: By, singleMemberId: string): void {
  history.change('chooseEntry', by, () => {
    Object.assign(history.application, { entry: 'SINGLE', singleMemberId })
  })
}

export function fillFinances(history: CaseHistory, by: By, finances: NonNullable<CaseHistory['finances']>): void {
  history.change('fillFinances', by, () => {
    history.finances = finances
    return { incomes: finances.incomes.length, deductions: finances.deductions.length, properties: finances.properties.length }
  })
}

/** The month whose income is the last to be looked at when an application is made. */
export const lookBackOf = (on: string): string => monthOf(addMonths(on, -1))
