import {
  DISABILITY_CATEGORY, DISABILITY_LEVEL, ETHNICITY, HEALTH, ID_DOCUMENT_TYPE, IdentityDocument, IsoDate, MARITAL_STATUS, RELATION, SEX, Uuid, optionalText, readIdentityDocument, requiredText, yesOrNo,
} from '@xishan/domain'
import { z } from 'zod'
import { ABSENCE, EMPLOYMENT, LABOUR, STUDY } from './code-sets'

export const Disability = z.object({
  category: DISABILITY_CATEGORY.schema,
  level: DISABILITY_LEVEL.schema,
  /** The certificate's date of issue: the date of the evidence. */
  certifiedOn: IsoDate,
})
export type Disability = z.infer<typeof Disability>

export const SeriousIllness = z.object({ name: requiredText('疾病名称', 60), provenOn: IsoDate })
export type SeriousIllness = z.infer<typeof SeriousIllness>

/** A near relative who handles subsistence allowances or sits on the community's committee (57号 §11). */
export const StaffRelative = z.object({
  name: requiredText('经办人员或村（居）委会成员姓名', 50),
  post: requiredText('所在单位和职务', 100),
  relation: requiredText('亲属关系', 30),
  /** The relative's account, where there is one: that person is kept from acting on the case. */
  accountId: Uuid.optional(),
})
export type StaffRelative = z.infer<typeof StaffRelative>

/** What the rules look at: a member without papers and names that do not matter to them. */
export const MemberFacts = z.object({
  /** Made by the page, so that incomes can name a member before the first save. */
  id: Uuid,
  name: requiredText('成员姓名', 50),
  relation: RELATION.schema,
  sex: SEX.schema,
  birthDate: IsoDate,
  ethnicity: ETHNICITY.schema.default('01'),
  maritalStatus: MARITAL_STATUS.schema.default('90'),
  health: HEALTH.schema.default('1'),
  disability: Disability.nullable().default(null),
  seriousIllness: SeriousIllness.nullable().default(null),
  /** Null until somebody has looked: unknown is not pass. */
  labour: LABOUR.schema.nullable().default(null),
  employment: EMPLOYMENT.schema.nullable().default(null),
  study: STUDY.schema.default('NONE'),
  fullTimeStudy: z.boolean().default(false),
  /** An adult child who can live independently; null where it was not looked into. */
  selfSupporting: z.boolean().nullable().default(null),
  /** Lives with the household for a long time. */
  livesTogether: yesOrNo('是否长期共同居住').default(true),
  /** Bound by law to support, or be supported by, the household; needed for relatives other than spouse, children and parents. */
  legalDuty: z.boolean().nullable().default(null),
  absence: ABSENCE.schema.default('NONE'),
  /** Clergy who left the family and live in a place of worship: since when (57号 §8). */
  worshipSince: IsoDate.nullable().default(null),
  staffRelative: StaffRelative.nullable().default(null),
  note: optionalText('备注', 200),
})
export type MemberFacts = z.infer<typeof MemberFacts>

/** What is known of a member of whom nothing is known yet, beside the person and the relation. */
export const BLANK_MEMBER = {
  health: '1', disability: null, seriousIllness: null, labour: null, employment: null, study: 'NONE', fullTimeStudy: false, selfSupporting: null, livesTogether: true, legalDuty: null, absence: 'NONE',
  worshipSince: null, staffRelative: null, note: '',
} as const satisfies Partial<MemberFacts>

/** A member as typed. The document is left out to keep the stored number, which the page only knows masked. */
export const MemberInput = MemberFacts.extend({ document: IdentityDocument.optional() }).superRefine((member, context) => {
  if (!member.document) return
  const reading = readIdentityDocument(member.document.type, member.document.number)
  if (!reading.ok) return
  if (reading.birthDate && reading.birthDate !== member.birthDate)
    context.addIssue({ code: 'custom', path: ['birthDate'], message: `出生日期与证件号码不符（证件为 ${reading.birthDate}），请核对后改正其中一项` })
  if (reading.sex && reading.sex !== member.sex)
    context.addIssue({ code: 'custom', path: ['sex'], message: '性别与证件号码不符，请核对后改正其中一项' })
})
export type MemberInput = z.infer<typeof MemberInput>

/** A member as shown: the number masked. */
export const MemberView = MemberFacts.extend({
  documentType: ID_DOCUMENT_TYPE.schema,
  documentMasked: z.string(),
  /** By 57号 §7, as last assessed; null while unknown. */
  counted: z.boolean().nullable(),
  countedBecause: z.string(),
})
export type MemberView = z.infer<typeof MemberView>
