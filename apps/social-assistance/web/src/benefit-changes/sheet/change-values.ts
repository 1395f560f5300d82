import { ChangeFactsInput, MemberFacts, type BenefitChangeDetail, type ChangeFacts } from '@xishan/social-assistance-contract'
import type { Draft } from '@xishan/web-kit'
import type { z } from 'zod'

const { examined, incomes, deductions, properties } = ChangeFactsInput.shape

/** The sheet as the page fills it in: its lists are always there. */
export const ChangeSheetForm = ChangeFactsInput.safeExtend({ examined: examined.unwrap(), incomes: incomes.unwrap(), deductions: deductions.unwrap(), properties: properties.unwrap() })
export type ChangeSheetValues = Draft<z.input<typeof ChangeSheetForm>>

/** The household as stored: numbers stay with the service. */
export const sheetOf = ({ version }: Pick<BenefitChangeDetail, 'version'>, { residence, entry, singleMemberId, members, meansCheck, finances }: ChangeFacts): ChangeSheetValues => ({
  version,
  residence,
  entry,
  singleMemberId,
  meansCheck,
  members: members.map((member) => ({ ...MemberFacts.parse(member), document: undefined })),
  ...finances,
})
