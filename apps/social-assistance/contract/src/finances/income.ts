import { BenefitMonth, Fen, IsoDate, Uuid, codeSet, optionalText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

/** Kinds of income. Which of them count, and by which law, is a rule: rules/income-kinds. */
export const INCOME_KIND = codeSet('收入类别', '民发〔2021〕57号第十三条', [
  ['WAGES', '工资性收入'],
  ['BUSINESS', '经营净收入'],
  ['PROPERTY', '财产净收入'],
  ['RETIREMENT_PENSION', '离退休金、养老金'],
  ['UNEMPLOYMENT_BENEFIT', '失业保险金'],
  ['SUPPORT', '赡养（抚养、扶养）费'],
  ['OTHER_TRANSFER', '其他转移净收入'],
  ['OTHER', '其他应当计入的收入'],
  ['PREFERENTIAL_PENSION', '优待抚恤金'],
  ['FAMILY_PLANNING_AWARD', '计划生育奖励与扶助金'],
  ['SCHOLARSHIP', '奖学金'],
  ['BRAVERY_AWARD', '见义勇为等奖励性补助'],
  ['SOCIAL_ASSISTANCE', '政府发放的社会救助款物'],
  ['CENTRAL_BASIC_PENSION', '城乡居民养老保险中央基础养老金'],
  ['DISABILITY_SUBSIDY', '残疾人两项补贴'],
  ['OLD_AGE_ALLOWANCE', '高龄津贴'],
])
export type IncomeKind = CodeOf<typeof INCOME_KIND>

export const EVIDENCE_SOURCE = codeSet('证据来源', '本平台约定', [
  ['DECLARED', '本人申报'],
  ['DOCUMENT', '书面证明'],
  ['MEANS_CHECK', '信息核对'],
  ['HOME_VISIT', '入户调查'],
  ['NEIGHBOURS', '邻里访问'],
  ['LETTER', '信函索证'],
])
export type EvidenceSource = CodeOf<typeof EVIDENCE_SOURCE>

export const Evidence = z.object({ source: EVIDENCE_SOURCE.schema, date: IsoDate })
export type Evidence = z.infer<typeof Evidence>

/** How maintenance is fixed; without agreement or judgment it is worked out by formula. */
export const SUPPORT_BASIS = codeSet('赡养（抚养、扶养）费认定方式', '本平台约定', [
  ['AGREED', '协议约定'],
  ['JUDGED', '法院判决或调解'],
  ['FORMULA', '按公式推算'],
])

/** Who pays maintenance under the formula: the income of that household decides. */
export const Supporter = z.object({
  name: requiredText('义务人姓名', 50),
  householdMonthlyFen: Fen,
  householdSize: z.int({ message: '请填写义务人家庭人数' }).min(1, '义务人家庭人数至少为 1').max(30, '义务人家庭人数请核对'),
  /** People whom this supporter has to maintain, the member among them. */
  supported: z.int({ message: '请填写义务人需赡养（抚养、扶养）人数' }).min(1, '至少为 1').max(20, '请核对人数'),
})
export type Supporter = z.infer<typeof Supporter>

/** An income of a member: what was received in each month of the look-back; a month left out brought nothing. */
export const IncomeItem = z
  .object({
    memberId: Uuid,
    kind: INCOME_KIND.schema,
    months: z
      .array(z.object({ month: BenefitMonth, amountFen: Fen }))
      .max(24, '一项收入最多填写 24 个月')
      .refine((months) => new Set(months.map(({ month }) => month)).size === months.length, '同一月份填写了两次，请合并'),
    evidence: Evidence,
    supportBasis: SUPPORT_BASIS.schema.optional(),
    supporter: Supporter.optional(),
    description: optionalText('说明', 200),
  })
  .superRefine((item, context) => {
    if (item.kind === 'SUPPORT' && !item.supportBasis)
      context.addIssue({ code: 'custom', path: ['supportBasis'], message: '请选择赡养（抚养、扶养）费的认定方式' })
    if (item.supportBasis === 'FORMULA' && !item.supporter)
      context.addIssue({ code: 'custom', path: ['supporter'], message: '按公式推算须填写义务人家庭收入和人数' })
  })
export type IncomeItem = z.infer<typeof IncomeItem>

export const DEDUCTION_KIND = codeSet('扣减项目', '民发〔2021〕57号第十三条', [
  ['EMPLOYMENT_COST', '必要的就业成本'],
  ['ILLNESS_OR_DISABILITY', '因残疾、患重病增加的刚性支出'],
])
export type DeductionKind = CodeOf<typeof DEDUCTION_KIND>

/** A monthly cost that is taken off the income of the member who bears it. */
export const Deduction = z.object({ memberId: Uuid, kind: DEDUCTION_KIND.schema, monthlyFen: Fen, evidence: Evidence, description: optionalText('说明', 200) })
export type Deduction = z.infer<typeof Deduction>
