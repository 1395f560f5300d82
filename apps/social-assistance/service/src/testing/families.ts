import { monthRange, syntheticCitizenNumber } from '@xishan/domain'
import { CHECK_SOURCE, type CheckAnswer } from '@xishan/social-assistance-contract'
import { COMMUNITY } from './office'

let people = 0

/** A person as the window and the sheet ask for one; a new one each time, all born on one day. */
export function aPerson(name: string, { birthDate = '1979-03-05', sex = '1' }: { birthDate?: string; sex?: '1' | '2' } = {}) {
  const number = syntheticCitizenNumber({ addressCode: '530112', birthDate, sex, sequence: people++ % 490 })
  return { id: crypto.randomUUID(), name, sex, birthDate, document: { type: '1', number } }
}
export type Person = ReturnType<typeof aPerson>

export const aWindow = (applicant: Person, changed: object = {}) => ({
  applicantName: applicant.name,
  document: applicant.document,
  phone: '13812345678',
  divisionCode: COMMUNITY,
  hukouDivisionCode: '530112001',
  residence: 'URBAN',
  address: '凯苑路 8 号 2 幢 301 室',
  memberCount: 1,
  hardship: 'ILLNESS',
  staffRelative: false,
  agent: null,
  ...changed,
})

/** A member as the sheet asks; the head unless it says otherwise, unable to work and without income. */
export const aMember = ({ id, name, sex, birthDate, document }: Person, changed: object = {}) => ({
  id, name, sex, birthDate, document, relation: '0', labour: 'NONE', employment: 'JOBLESS', ...changed,
})

export const aSheet = (members: readonly object[], changed: object = {}) => ({
  divisionCode: COMMUNITY,
  hukouDivisionCode: '530112001',
  residence: 'URBAN',
  address: '凯苑路 8 号 2 幢 301 室',
  members,
  account: { bank: '云南农信西苑支行', number: '6223690012345678', holder: '户主' },
  ...changed,
})

const SEEN = { source: 'HOME_VISIT', date: '2025-09-29' }

/** Finances looked into for each member; without wages nobody earns anything. @param wagesFen a month, of the first member */
export const someFinances = (memberIds: readonly string[], wagesFen = 0) => ({
  lookBackTo: '2025-08',
  examined: memberIds.map((memberId) => ({ memberId, on: '2025-09-29' })),
  incomes: wagesFen === 0 ? [] : [{ memberId: memberIds[0], kind: 'WAGES', months: monthRange('2024-09', '2025-08').map((month) => ({ month, amountFen: wagesFen })), evidence: SEEN }],
})

export const allAnswers = (memberIds: readonly string[], finding: CheckAnswer['finding'] = 'CONSISTENT', answeredOn = '2025-09-30') =>
  memberIds.flatMap((memberId) => CHECK_SOURCE.codes.map((source) => ({ memberId, source, answeredOn, finding, details: '核对无异常' })))

export const aSurvey = (changed: object = {}) => ({
  surveyedOn: '2025-09-30',
  ways: ['HOME_VISIT', 'NEIGHBOURS'],
  place: '申请人家中',
  interviewed: '申请人、邻居张大爷',
  livingConditions: '租住公房，家具简陋，长期服药',
  incomeFindings: '无固定收入，与申报一致',
  propertyFindings: '无车辆，无存款，与申报一致',
  neighboursSay: '',
  conclusion: '家庭生活困难，情况属实',
  ...changed,
})

/** A picture of one pixel. */
export const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
