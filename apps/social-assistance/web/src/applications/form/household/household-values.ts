import { BLANK_MEMBER, HouseholdInput, MemberFacts, headOf, type ApplicationDetail } from '@xishan/social-assistance-contract'
import type { Draft } from '@xishan/web-kit'
import type { z } from 'zod'

export type HouseholdValues = Draft<z.input<typeof HouseholdInput>>
export type MemberValues = HouseholdValues['members'][number]

export const blankMember = (): MemberValues => ({
  ...BLANK_MEMBER,
  id: crypto.randomUUID(),
  name: '',
  relation: undefined,
  document: { type: '1', number: '' },
  sex: undefined,
  birthDate: '',
  ethnicity: '01',
  maritalStatus: undefined,
})

/** The applicant brings name and paper from the window; neither is asked again. */
const applicant = ({ applicantName }: Pick<ApplicationDetail, 'applicantName'>): MemberValues => ({ ...blankMember(), name: applicantName, relation: '0', document: undefined })

/** The household sheet as it stands, or begun with what the window knows. */
export const householdOf = (detail: ApplicationDetail): HouseholdValues => ({
  version: detail.version,
  divisionCode: detail.divisionCode.length === 12 ? detail.divisionCode : '',
  hukouDivisionCode: detail.hukouDivisionCode,
  residence: detail.residence,
  address: detail.address,
  phone: undefined,
  members: detail.memberList.length > 0 ? detail.memberList.map((member) => ({ ...MemberFacts.parse(member), document: undefined })) : [applicant(detail)],
  account: undefined,
})

/** What is sealed once it is saved: the page goes on with the masked values. */
export const withoutSealed = (values: HouseholdValues): HouseholdValues => ({
  ...values,
  phone: undefined,
  account: undefined,
  members: values.members.map((member) => ({ ...member, document: undefined })),
})

/** The masked number that the service holds for a member; nothing for one that is new. */
export function maskedNumber({ memberList, applicantName, documentMasked }: Pick<ApplicationDetail, 'memberList' | 'applicantName' | 'documentMasked'>, { id, name }: MemberValues): string {
  const stored = memberList.find((member) => member.id === id)
  return stored?.documentMasked ?? (memberList.length === 0 && name === applicantName ? documentMasked : '')
}

/** Whether the sheet names the relative that the applicant spoke of at the window. */
export const lacksRelative = (values: HouseholdValues, declared: boolean | null): boolean => declared === true && !values.members.some(({ staffRelative }) => staffRelative)

export const hasHead = (values: HouseholdValues): boolean => headOf(values.members.flatMap(({ relation }) => (relation ? [{ relation }] : []))) !== undefined
