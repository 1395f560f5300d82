import { AccountInput, AccountView, AnyDivisionCode, AtVersion, CommunityCode, FlagFilter, PageQuery, PhoneNumber, ScopeFilter, SearchText, Uuid, pageOf, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { RESIDENCE } from './code-sets'
import { MemberInput, MemberView, type MemberFacts } from './member'

const residence = {
  divisionCode: CommunityCode,
  /** Where the household is registered; decides which street takes the application (57号 §4, §5). */
  hukouDivisionCode: AnyDivisionCode,
  residence: RESIDENCE.schema,
  address: requiredText('居住地址', 200),
}

const firstDuplicate = (keys: readonly (string | undefined)[]): number => keys.findIndex((key, at) => key !== undefined && keys.indexOf(key) < at)

/** One head, nobody twice: what holds of every list of members that is typed. */
export function requireOneHead({ members }: { members: readonly MemberInput[] }, context: z.RefinementCtx): void {
  const heads = members.filter(({ relation }) => relation === '0').length
  if (heads !== 1) context.addIssue({ code: 'custom', path: ['members'], message: `应有且只有一名“本人或户主”，现有 ${heads} 名，请改正与户主关系` })
  const sameId = firstDuplicate(members.map(({ id }) => id))
  if (sameId >= 0) context.addIssue({ code: 'custom', path: ['members', sameId, 'id'], message: '家庭成员重复，请删除其中一条' })
  const samePaper = firstDuplicate(members.map(({ document }) => document && `${document.type}:${document.number}`))
  if (samePaper >= 0)
    context.addIssue({ code: 'custom', path: ['members', samePaper, 'document', 'number'], message: '该证件号码已填写在另一名成员下，请核对' })
}

/** The household sheet of an application, filled in after acceptance. */
export const HouseholdInput = AtVersion.extend({
  ...residence,
  phone: PhoneNumber.optional(),
  members: z.array(MemberInput).min(1, '请至少填写一名家庭成员').max(20, '家庭成员超过 20 人，请核对是否应分户'),
  /** Left out: the stored account stays. */
  account: AccountInput.optional(),
}).superRefine(requireOneHead)
export type HouseholdInput = z.infer<typeof HouseholdInput>

export const HouseholdRow = z.object({
  id: Uuid,
  number: z.string(),
  applicantName: z.string(),
  documentMasked: z.string(),
  divisionCode: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  residence: RESIDENCE.schema,
  members: z.int(),
  /** In pay now, and how much a month; null when not. */
  amountFen: z.int().nullable(),
  fromMonth: z.string().nullable(),
})
export type HouseholdRow = z.infer<typeof HouseholdRow>

export const HouseholdQuery = PageQuery.extend({ division: ScopeFilter, q: SearchText, residence: RESIDENCE.schema.optional(), inPay: FlagFilter })
export type HouseholdQuery = z.infer<typeof HouseholdQuery>
export const HouseholdPage = pageOf(HouseholdRow)

export const HouseholdDetail = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  ...residence,
  streetName: z.string(),
  communityName: z.string(),
  hukouName: z.string(),
  phoneMasked: z.string(),
  account: AccountView.nullable(),
  members: z.array(MemberView),
  /** A member is a near relative of staff: registered separately, and the bureau visits the home (57号 §11, §20). */
  separatelyRegistered: z.boolean(),
  applications: z.array(z.object({ id: Uuid, number: z.string(), state: z.string(), submittedOn: z.string().nullable() })),
  benefits: z.array(z.object({ id: Uuid, fromMonth: z.string(), toMonth: z.string().nullable(), amountFen: z.int() })),
})
export type HouseholdDetail = z.infer<typeof HouseholdDetail>

/** The member the rules measure relations from. */
export const headOf = <M extends Pick<MemberFacts, 'relation'>>(members: readonly M[]): M | undefined => members.find(({ relation }) => relation === '0')
