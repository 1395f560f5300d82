import { codeSet, optionalText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'

/** What an assessment looks at (民发〔2020〕144号《收养评估办法（试行）》; the wording is to be confirmed by the section). */
export const ASSESSMENT_PARTS = [
  { key: 'MOTIVE', title: '收养动机' },
  { key: 'CONDUCT', title: '道德品行和违法犯罪记录' },
  { key: 'EDUCATION', title: '受教育程度' },
  { key: 'HEALTH', title: '健康状况' },
  { key: 'ECONOMY', title: '经济状况' },
  { key: 'HOUSING', title: '住房条件' },
  { key: 'FAMILY', title: '婚姻家庭关系' },
  { key: 'MEMBERS', title: '共同生活家庭成员意见' },
  { key: 'PLAN', title: '抚育计划' },
  { key: 'SURROUNDINGS', title: '邻里关系和社区环境' },
  { key: 'INTEGRATION', title: '与被收养人融合情况' },
] as const
export const PARTS_SOURCE = '民发〔2020〕144号《收养评估办法（试行）》；项目表述待科室确认'

const KEYS = ASSESSMENT_PARTS.map(({ key }) => key)
export type PartKey = (typeof ASSESSMENT_PARTS)[number]['key']

export const PART_RESULT = codeSet('评估结果', '本平台约定', [
  ['FIT', '适合'],
  ['CONCERN', '需关注'],
  ['UNFIT', '不适合'],
])
export type PartResult = CodeOf<typeof PART_RESULT>

const Finding = z
  .object({ result: PART_RESULT.schema, finding: optionalText('评估情况', 300) })
  .refine(({ result, finding }) => result === 'FIT' || finding.length >= 4, { path: ['finding'], message: '结果为“需关注”“不适合”的，请写明情况' })
export const PartResults = z.partialRecord(z.enum(KEYS), Finding, { message: '请逐项填写评估结果' })
export type PartResults = z.infer<typeof PartResults>

/** Titles of the parts that nobody has looked at yet. */
export const missingParts = (results: PartResults): string[] => ASSESSMENT_PARTS.filter(({ key }) => results[key] === undefined).map(({ title }) => title)
