import { AtVersion, CommunityCode, FlagFilter, IsoDate, PageQuery, ScopeFilter, SearchText, Uuid, codeSet, optionalText, pageOf, reasonText, requiredText, yesOrNo, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

export const MOURNING_STATE = codeSet('治丧场所状态', '本平台约定', [
  ['BUILT', '已建成，未启用'],
  ['IN_USE', '使用中'],
  ['CLOSED', '已停用'],
])
export type MourningState = CodeOf<typeof MOURNING_STATE>

const Facts = z.object({
  name: requiredText('场所名称', 60),
  /** Communities whose people use it, its own among them. */
  serves: z.array(CommunityCode).min(1, '请选择服务的社区（村）').max(60, '服务的社区不能超过 60 个'),
  address: requiredText('地址', 120),
  capacity: z.int('可容纳人数应为整数').min(1, '可容纳人数应大于 0').max(5000, '可容纳人数超过 5000，请核对'),
  operator: requiredText('管理单位', 60),
  telephone: requiredText('联系电话', 30),
  rules: optionalText('使用规定', 1000),
})

/** 集中治丧场所 (plan 三（三）3): where families of villages and communities gather to mourn. */
export const MourningPlaceInput = Facts.extend({ divisionCode: CommunityCode })
export type MourningPlaceInput = z.infer<typeof MourningPlaceInput>
export const ChangeMourningPlace = Facts.extend({ version: z.int() })
export type ChangeMourningPlace = z.infer<typeof ChangeMourningPlace>
export const OpenMourningPlace = AtVersion.extend({ openedOn: IsoDate })
export const CloseMourningPlace = AtVersion.extend({ closedOn: IsoDate, reason: reasonText('停用原因') })

/** The yearly look at a place. */
export const CheckMourningPlace = AtVersion.extend({ checkedOn: IsoDate, checkers: requiredText('检查人员', 100), isFit: yesOrNo('检查结论'), findings: optionalText('问题和整改要求', 500) }).refine(
  ({ isFit, findings }) => isFit || findings.length >= 4,
  { path: ['findings'], message: '不符合要求的，请写明问题和整改要求' },
)
export type CheckMourningPlace = z.infer<typeof CheckMourningPlace>

export const MourningPlaceRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  name: z.string(),
  state: MOURNING_STATE.schema,
  placeName: z.string(),
  capacity: z.int(),
  operator: z.string(),
  openedOn: IsoDate.nullable(),
  /** How many communities it serves. */
  communities: z.int(),
  lastCheckedOn: IsoDate.nullable(),
  lastIsFit: z.boolean().nullable(),
})
export type MourningPlaceRow = z.infer<typeof MourningPlaceRow>
export const MourningPlaceQuery = PageQuery.extend({
  q: SearchText,
  division: ScopeFilter,
  state: MOURNING_STATE.schema.optional(),
  /** In use and not yet checked in the year of the business date. */
  unchecked: FlagFilter,
})
export type MourningPlaceQuery = z.infer<typeof MourningPlaceQuery>
export const MourningPlacePage = pageOf(MourningPlaceRow)

export const MourningPlaceDetail = MourningPlaceRow.extend({
  divisionCode: z.string(),
  serves: z.array(z.string()),
  servesNames: z.array(z.string()),
  address: z.string(),
  telephone: z.string(),
  rules: z.string(),
  closedOn: IsoDate.nullable(),
  closedBecause: z.string(),
  recordedBy: z.string(),
  checks: z.array(z.object({ id: Uuid, checkedOn: IsoDate, checkers: z.string(), isFit: z.boolean(), findings: z.string(), recordedBy: z.string() })),
})
export type MourningPlaceDetail = z.infer<typeof MourningPlaceDetail>

/** Communities with a place in use, street by street. */
export const MourningCoverage = z.object({
  communities: z.int(),
  covered: z.int(),
  streets: z.array(z.object({ code: z.string(), name: z.string(), communities: z.int(), covered: z.int(), missing: z.array(z.string()) })),
})
export type MourningCoverage = z.infer<typeof MourningCoverage>
