/** Where a chain, a row or a seal does not agree with the rest. */
export type AuditBreak =
  | { kind: 'entry-altered' | 'link-broken' | 'entry-missing'; subjectType: string; subjectId: string; seq: number }
  | { kind: 'head-differs' | 'row-missing'; subjectType: string; subjectId: string }
  | { kind: 'sealed-entry-differs' | 'sealed-entry-missing'; subjectType: string; subjectId: string; seq: number; seal: number }
  | { kind: 'seal-altered' | 'seal-missing' | 'seal-link-broken' | 'seal-heads-differ' | 'seal-not-in-file' | 'seal-not-in-database'; seal: number }

export interface AuditReport {
  entries: number
  chains: number
  seals: number
  breaks: AuditBreak[]
}

const WORDS: Record<AuditBreak['kind'], string> = {
  'entry-altered': '审计记录内容被改动',
  'link-broken': '审计记录与上一条不衔接',
  'entry-missing': '缺少审计记录',
  'head-differs': '业务数据所记的链头与审计链不一致（末尾记录被删除，或数据被绕过审计修改）',
  'row-missing': '有审计链而业务数据已不存在',
  'sealed-entry-differs': '审计记录与封存时不一致（封存后被改写）',
  'sealed-entry-missing': '封存过的审计记录已不存在',
  'seal-altered': '封存记录内容被改动',
  'seal-missing': '缺少封存记录',
  'seal-link-broken': '封存记录与上一条不衔接',
  'seal-heads-differ': '封存的链头清单与封存根不一致',
  'seal-not-in-file': '封存记录未写入库外文件',
  'seal-not-in-database': '库外文件中的封存记录在数据库中不存在或不同',
}

/** One break in a sentence, naming the record. */
export function describeBreak(found: AuditBreak): string {
  const seal = 'seal' in found ? `封存第 ${found.seal} 号` : ''
  const record = 'subjectId' in found ? `${found.subjectType} ${found.subjectId}` : ''
  const entry = 'seq' in found ? `第 ${found.seq} 条` : ''
  return `${[seal, record, entry].filter(Boolean).join(' ')}：${WORDS[found.kind]}`
}
