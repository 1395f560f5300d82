import { AnyDivisionCode, AtVersion, CommunityCode, IdentityDocument, PhoneNumber, codeSet, requiredText, yesOrNo, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { HARDSHIP, RESIDENCE } from '../households/code-sets'

/** Somebody else hands the application in (57号 §6). */
export const Agent = z.object({ name: requiredText('代办人姓名', 50), phone: PhoneNumber, relation: requiredText('代办人与申请人关系', 30) }, { error: '请选择是否由他人代办' })
export type Agent = z.infer<typeof Agent>

/**
 * What the window asks before it can accept: twelve fields, the document being two of them. Everything else is asked later,
 * and nothing is asked twice.
 */
export const WindowFields = z.object({
  applicantName: requiredText('申请人姓名', 50),
  document: IdentityDocument,
  phone: PhoneNumber,
  divisionCode: CommunityCode,
  hukouDivisionCode: AnyDivisionCode,
  residence: RESIDENCE.schema,
  address: requiredText('居住地址', 200),
  memberCount: z.int({ message: '请填写共同生活的家庭人口数' }).min(1, '家庭人口数至少为 1').max(20, '家庭人口数超过 20 人，请核对是否应分户'),
  hardship: HARDSHIP.schema,
  /** Whether a member is a near relative of staff or of the community's committee (57号 §11). */
  staffRelative: yesOrNo('是否与经办人员或村（居）委会成员有近亲属关系'),
  /** Null when a co-living member applies in person. */
  agent: Agent.nullable(),
})
export type WindowFields = z.infer<typeof WindowFields>

/** A draft keeps what has been typed so far; what is there must be right. */
export const DraftInput = WindowFields.partial()
export type DraftInput = z.infer<typeof DraftInput>

export const UpdateDraft = AtVersion.extend(DraftInput.shape)
export type UpdateDraft = z.infer<typeof UpdateDraft>

/** Whole family, or one person of it alone (单人保). */
export const ENTRY = codeSet('申请方式', '民发〔2021〕57号第四条、第八条', [
  ['HOUSEHOLD', '以家庭为单位'],
  ['SINGLE', '单独提出申请'],
])
export type Entry = CodeOf<typeof ENTRY>

/** Chosen with the household sheet; whether a person may enter alone is a rule: rules/single-entry. */
export const EntryInput = AtVersion.extend({ entry: ENTRY.schema, singleMemberId: z.uuid('请选择单独申请的成员').nullable() }).refine(
  ({ entry, singleMemberId }) => (entry === 'SINGLE') === (singleMemberId !== null),
  { path: ['singleMemberId'], message: '单独提出申请的须选择一名成员；以家庭为单位的不选' },
)
export type EntryInput = z.infer<typeof EntryInput>
