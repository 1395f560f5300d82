import { codeSet, type CodeOf, type ParameterVersion } from '@xishan/domain'

/** What is wrong with a grave (specification E1). */
export const GRAVE_KIND = codeSet('违法墓种类', '本平台约定', [
  ['LIVING', '活人墓'],
  ['OVERSIZE', '超标准墓'],
  ['FORBIDDEN_ZONE', '禁葬区坟墓'],
  ['CLAN', '宗族墓地'],
  ['TRADE', '买卖墓地'],
])
export type GraveKind = CodeOf<typeof GRAVE_KIND>

/** The rule that a kind of grave breaks, as a notice cites it. */
export interface GraveRule {
  kind: GraveKind
  effectiveFrom: string
  /** Exclusive; null until further notice. */
  effectiveTo: string | null
  sourceMark: ParameterVersion['sourceMark']
  article: string
  text: string
}

/** The paragraph numbers of 2012 lapse on this day (specification E1). */
const REVISED_ON = '2026-03-30'

const of2012 = (kind: GraveKind, article: string, text: string, sourceMark: GraveRule['sourceMark'] = 'law'): GraveRule => ({
  kind, effectiveFrom: '2012-11-09', effectiveTo: REVISED_ON, sourceMark, article: `《殡葬管理条例》（2012 年修订）${article}`, text,
})
const ofRevision = (kind: GraveKind): GraveRule => ({
  kind, effectiveFrom: REVISED_ON, effectiveTo: null, sourceMark: 'assumption', article: '《殡葬管理条例》（2026 年 3 月 30 日起施行的修订本）', text: '条文序号待科室对照修订本核定。',
})

/** A notice cites the rule in force on the day it is issued. */
export const GRAVE_RULES: readonly GraveRule[] = [
  of2012('LIVING', '第二十条', '在公墓和农村的公益性墓地以外的其他地方建造坟墓的，由民政部门责令限期改正。活人墓适用本条为暂定（待科室确认）。', 'assumption'),
  of2012('OVERSIZE', '第十九条', '墓穴占地面积超过省、自治区、直辖市人民政府规定的标准的，由民政部门责令限期改正。'),
  of2012('FORBIDDEN_ZONE', '第十条', '禁止在耕地、林地，城市公园、风景名胜区和文物保护区，水库及河流堤坝附近和水源保护区，铁路、公路主干线两侧建造坟墓。'),
  of2012('CLAN', '第九条', '禁止建立或者恢复宗族墓地。'),
  of2012('TRADE', '第九条', '农村的公益性墓地不得对村民以外的其他人员提供墓穴用地。其他买卖情形适用条文为暂定（待科室确认）。', 'assumption'),
  ...GRAVE_KIND.codes.map(ofRevision),
]

/** @throws RangeError before the first rule. */
export function graveRule(kind: GraveKind, on: string): GraveRule {
  const rule = GRAVE_RULES.find((one) => one.kind === kind && one.effectiveFrom <= on && (one.effectiveTo === null || on < one.effectiveTo))
  if (!rule) throw new RangeError(`no rule for ${kind} on ${on}`)
  return rule
}

export const GRAVE_SOURCE = codeSet('发现途径', '本平台约定', [
  ['PATROL', '巡查发现'],
  ['COMPLAINT', '群众投诉举报'],
])
export type GraveSource = CodeOf<typeof GRAVE_SOURCE>

/** What is photographed on the way of a case. */
export const GRAVE_PHOTO = codeSet('现场照片', '本平台约定', [
  ['FOUND', '发现时照片'],
  ['VISIT', '核实照片'],
  ['SERVICE', '送达照片'],
  ['AFTER', '整改后照片'],
])
export type GravePhoto = CodeOf<typeof GRAVE_PHOTO>

/** What the plan reports up to 2020; shown beside the figures of the platform, never added to them. */
export const PLAN_GRAVES = { until: '2020', source: '规划一（一）8', levelled: 1009, oversize: 450 } as const
