import { codeSet, type CodeOf } from './code-set'

export const SEX = codeSet('性别', 'GB/T 2261.1', [
  ['0', '未知的性别'],
  ['1', '男'],
  ['2', '女'],
  ['9', '未说明的性别'],
])

export const MARITAL_STATUS = codeSet('婚姻状况', 'GB/T 2261.2', [
  ['10', '未婚'],
  ['20', '已婚'],
  ['21', '初婚'],
  ['22', '再婚'],
  ['23', '复婚'],
  ['30', '丧偶'],
  ['40', '离婚'],
  ['90', '未说明的婚姻状况'],
])
export type MaritalStatus = CodeOf<typeof MARITAL_STATUS>

/** Health in the one-digit form. From professional memory of GB/T 2261.3-2003: to be read again before go-live. */
export const HEALTH = codeSet('健康状况', 'GB/T 2261.3', [
  ['1', '健康或良好'],
  ['2', '一般或较弱'],
  ['3', '有慢性病'],
  ['6', '残疾'],
])
export type Health = CodeOf<typeof HEALTH>

export const EDUCATION = codeSet('学历', 'GB/T 4658', [
  ['10', '研究生教育'],
  ['20', '大学本科教育'],
  ['30', '大学专科教育'],
  ['40', '中等职业教育'],
  ['60', '普通高级中学教育'],
  ['70', '初级中学教育'],
  ['80', '小学教育'],
  ['90', '其他'],
])
export type Education = CodeOf<typeof EDUCATION>

/** Relation to the head of the household, one-digit form. */
export const RELATION = codeSet('与户主关系', 'GB/T 4761', [
  ['0', '本人或户主'],
  ['1', '配偶'],
  ['2', '子'],
  ['3', '女'],
  ['4', '孙子、孙女或外孙子、外孙女'],
  ['5', '父母'],
  ['6', '祖父母或外祖父母'],
  ['7', '兄弟姐妹'],
  ['8', '其他'],
])
export type Relation = CodeOf<typeof RELATION>
