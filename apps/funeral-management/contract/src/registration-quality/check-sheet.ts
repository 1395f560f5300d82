import { codeSet, type CodeOf } from '@xishan/domain'
import type { Registration } from './office'

/** What a file is looked at for, and what it stands on. */
export interface CheckPoint {
  key: string
  title: string
  source: string
}

const MARRIAGE: readonly CheckPoint[] = [
  { key: 'IDENTITY', title: '双方身份核验', source: '《婚姻登记条例》' },
  { key: 'AGE', title: '登记时男满 22 周岁、女满 20 周岁', source: '《民法典》第一千零四十七条' },
  { key: 'STATEMENT', title: '声明书内容完整并由本人签名', source: '《婚姻登记条例》' },
  { key: 'PHOTO', title: '照片符合要求', source: '暂定（待科室确认）' },
  { key: 'SIGNATURES', title: '审查处理表签名、指纹齐全', source: '暂定（待科室确认）' },
  { key: 'CERTIFICATE', title: '证书文字与档案一致', source: '暂定（待科室确认）' },
  { key: 'CONSISTENCY', title: '系统录入与纸质材料一致', source: '暂定（待科室确认）' },
  { key: 'ARCHIVE', title: '按规定归档', source: '暂定（待科室确认）' },
]

const ADOPTION: readonly CheckPoint[] = [
  { key: 'IDENTITY', title: '收养人、送养人和被收养人身份核验', source: '《中国公民收养子女登记办法》' },
  { key: 'CONDITIONS', title: '符合收养条件', source: '《民法典》第一千零九十三条至第一千一百条' },
  { key: 'ASSESSMENT', title: '收养评估报告（继子女收养除外）', source: '民发〔2020〕144号' },
  { key: 'NOTICE', title: '查找不到生父母的，公告满 60 日', source: '《中国公民收养子女登记办法》' },
  { key: 'SIGNATURES', title: '各方意思表示和签名齐全', source: '《中国公民收养子女登记办法》' },
  { key: 'CERTIFICATE', title: '证书文字与档案一致', source: '暂定（待科室确认）' },
  { key: 'CONSISTENCY', title: '系统录入与纸质材料一致', source: '暂定（待科室确认）' },
  { key: 'ARCHIVE', title: '按规定归档并限制查阅', source: '暂定（待科室确认）' },
]

/** The check sheet of a file (specification E3). */
export const checkPoints = (registration: Registration): readonly CheckPoint[] => (registration === 'MARRIAGE' ? MARRIAGE : ADOPTION)

export const FINDING = codeSet('检查结果', '本平台约定', [
  ['OK', '符合'],
  ['NOT_APPLICABLE', '不适用'],
  ['DEFECT', '有瑕疵'],
  ['INVALID', '登记无效情形'],
])
export type Finding = CodeOf<typeof FINDING>

export const FILE_RESULT = codeSet('抽查结论', '本平台约定', [
  ['CORRECT', '合格'],
  ['DEFECT', '有瑕疵'],
  ['INVALID', '不合格'],
])
export type FileResult = CodeOf<typeof FILE_RESULT>

/** The worst finding decides; a defect that is put right later still counts in its sample (specification E3). */
export function resultOf(findings: readonly Finding[]): FileResult {
  if (findings.includes('INVALID')) return 'INVALID'
  return findings.includes('DEFECT') ? 'DEFECT' : 'CORRECT'
}

/** How many of a month's files are drawn: a share, at least a number, at most all. @param share percent */
export const sampleSize = (files: number, share: number, least: number): number => Math.min(files, Math.max(Math.ceil((files * share) / 100), least))
