import { AnyDivisionCode, AtVersion, ETHNICITY, IdentityDocument, IsoDate, PhoneNumber, SEX, optionalText, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { CAUSE_CLASS, CERTIFICATE_KIND, DEATH_CHANGE_KIND, DEATH_PLACE } from './code-sets'

/** Who died. Of a citizen number sex and birth date follow; without a usable number the death stays to be identified. */
export const Deceased = z.object({
  name: requiredText('逝者姓名', 50),
  /** Null where nobody knows a usable number. */
  document: IdentityDocument.refine(({ type }) => type !== '9', { path: ['type'], message: '没有可用证件的，请选择“身份不明”，不要填写临时编号' }).nullable(),
  sex: SEX.schema.nullable().default(null),
  birthDate: IsoDate.nullable().default(null),
  ethnicity: ETHNICITY.schema.nullable().default(null),
  hukouDivisionCode: AnyDivisionCode,
})
export type Deceased = z.infer<typeof Deceased>

const Certificate = z.object({
  kind: CERTIFICATE_KIND.schema,
  number: requiredText('死亡证明编号', 60),
  issuer: requiredText('出具单位', 100),
})

const Informant = z.object({
  name: requiredText('申报人姓名', 50),
  relation: requiredText('与逝者关系', 30),
  phone: PhoneNumber.nullable().default(null),
})
export type Informant = z.infer<typeof Informant>

/** How somebody died and by what it is proved. */
export const Circumstances = z.object({
  diedOn: IsoDate,
  place: DEATH_PLACE.schema,
  cause: CAUSE_CLASS.schema,
  certificate: Certificate,
})
export type Circumstances = z.infer<typeof Circumstances>

export const RegisterDeath = z.object({ deceased: Deceased, ...Circumstances.shape, informant: Informant })
export type RegisterDeath = z.infer<typeof RegisterDeath>

/** What a community knows before the papers are there. */
export const ReportDeath = z
  .object({ deceased: Deceased, diedOn: IsoDate, place: DEATH_PLACE.schema, informant: Informant, remark: optionalText('情况说明', 300) })
  .refine(({ deceased }) => deceased.document !== null, { path: ['deceased', 'document'], message: '请填写逝者证件号码；身份不明的，请联系街道或公安机关' })
export type ReportDeath = z.infer<typeof ReportDeath>

export const deathInputs = {
  report: z.object({}),
  register: z.object({}),
  registerUnidentified: z.object({}),
  dispute: z.object({}),
  correct: z.object({}),
  revoke: z.object({}),
  confirm: AtVersion.extend(Circumstances.shape),
  dismiss: AtVersion.extend({ reason: reasonText('不予登记的理由') }),
  identify: AtVersion.extend({ document: IdentityDocument, name: requiredText('逝者姓名', 50), hukouDivisionCode: AnyDivisionCode, reason: reasonText('身份核实情况') }),
  settle: AtVersion.extend({ diedOn: IsoDate, reason: reasonText('核定理由') }),
} as const
export type DeathInputs = { [A in keyof typeof deathInputs]: z.output<(typeof deathInputs)[A]> }

/** A correction names the whole truth of what may be corrected; a revocation only its reason. */
export const ProposeChange = AtVersion.extend({
  kind: DEATH_CHANGE_KIND.schema,
  name: requiredText('逝者姓名', 50).nullable().default(null),
  diedOn: IsoDate.nullable().default(null),
  place: DEATH_PLACE.schema.nullable().default(null),
  cause: CAUSE_CLASS.schema.nullable().default(null),
  certificate: Certificate.nullable().default(null),
  reason: reasonText('更正、撤销的理由'),
}).refine(({ kind, name, diedOn, place, cause, certificate }) => kind === 'REVOCATION' || [name, diedOn, place, cause, certificate].some((value) => value !== null), {
  path: ['diedOn'],
  message: '请填写要更正的内容',
})
export type ProposeChange = z.infer<typeof ProposeChange>

export const changeInputs = {
  propose: z.object({}),
  approve: AtVersion.extend({ opinion: reasonText('审核意见') }),
  reject: AtVersion.extend({ reason: reasonText('退回理由') }),
} as const
