import { codeSet, type CodeOf } from './code-set'

export const DISABILITY_CATEGORY = codeSet('残疾类别', 'GB/T 26341', [
  ['1', '视力残疾'],
  ['2', '听力残疾'],
  ['3', '言语残疾'],
  ['4', '肢体残疾'],
  ['5', '智力残疾'],
  ['6', '精神残疾'],
  ['7', '多重残疾'],
])
export type DisabilityCategory = CodeOf<typeof DISABILITY_CATEGORY>

/** 1 is the most severe. */
export const DISABILITY_LEVEL = codeSet('残疾等级', 'GB/T 26341', [
  ['1', '一级'],
  ['2', '二级'],
  ['3', '三级'],
  ['4', '四级'],
])
export type DisabilityLevel = CodeOf<typeof DISABILITY_LEVEL>

export interface Disability {
  category: DisabilityCategory
  level: DisabilityLevel
}

/** 重度残疾: level one or two of any category. */
export const isSevereDisability = ({ level }: Disability): boolean => level === '1' || level === '2'

/** Level three of intellectual or mental disability, which several schemes treat as severe (57号 §8, 43号 §5, 62号). */
export const isLevelThreeOfMind = ({ category, level }: Disability): boolean => level === '3' && (category === '5' || category === '6')
