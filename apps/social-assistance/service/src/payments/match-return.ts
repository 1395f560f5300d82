import { DomainProblem } from '@xishan/domain'
import { digestOf, type Ask } from '@xishan/service-kit'
import type { ReturnPreview, ReturnProblem, ReturnRowView, TemplateLayout } from '@xishan/social-assistance-contract'
import { contradictions, judge, type Judged, type SentLine } from './judge-return'
import { readReturnSheet } from './read-return-sheet'
import { readReturnText } from './read-return-text'
import { foreign, sumsDiffer, type ReadReturnFile, type ReturnRow } from './return-rows'

export interface AnsweredFile {
  id: string
  batchId: string
  divisionCode: string
  name: string
  month: string
  template: TemplateLayout
}

/** How many rows are looked up together. */
export const ROWS_AT_ONCE = 1000
const MOST_SHOWN = 200
const STRANGE: readonly Judged['verdict'][] = ['UNKNOWN_SEQ', 'AMOUNT_DIFFERS', 'NAME_DIFFERS']

export const digestOfReturn = (bytes: Buffer): string => digestOf(bytes).slice('sm3:'.length)

/** The payment file that a return answers. @throws DomainProblem `not-found` */
export async function answeredFile(ask: Ask, id: string): Promise<AnsweredFile> {
  const [file] = await ask<AnsweredFile>(
    `select f.id, f.batch_id as "batchId", f.division_code as "divisionCode", f.name, b.month, f.template from payment_file f join disbursement_batch b on b.id = f.batch_id where f.id = $1`,
    [id],
  )
  if (!file) throw new DomainProblem('not-found')
  return file
}

export const readReturnFile = (file: AnsweredFile, bytes: Buffer): Promise<ReadReturnFile> =>
  file.template.returnFormat === 'PIPE' ? readReturnText(bytes, file.template, file) : readReturnSheet(bytes, file.template, file)

/**
 * Holds every row against what was sent. Nothing is written.
 * @throws DomainProblem `return-foreign` when not one row of a workbook fits, `return-sums` when the file's sum is not that of the sendings it names
 */
export async function matchReturn(ask: Ask, file: AnsweredFile, { rows, totalFen }: ReadReturnFile): Promise<Judged[]> {
  const codes = new Map(file.template.codes.map((code) => [code.code, code]))
  const contradicted = contradictions(rows)
  const seen = new Set<number>()
  const references = new Set<string>()
  const judged: Judged[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    const sent = await sentLines(ask, file.id, some)
    const taken = await takenReferences(ask, some)
    for (const row of some) {
      const line = sent.get(row.seq)
      const verdict = judge(row, line, { codes, contradicted, isRepeated: (seq) => seen.has(seq), isReferenceTaken: (reference) => taken.has(reference) || references.has(reference) })
      seen.add(row.seq)
      if (verdict === 'PAID' && row.bankReference !== null) references.add(row.bankReference)
      judged.push({ row, sent: line, verdict })
    }
  }
  // A text names the file it answers in its head; a workbook need not.
  if (file.template.returnFormat === 'XLSX' && judged.every(({ verdict }) => STRANGE.includes(verdict))) throw foreign(file.name, '文件中没有一行与发放文件的序号、金额和姓名相符')
  requireSumOfSendings(judged, totalFen)
  return judged
}

async function sentLines(ask: Ask, paymentFileId: string, rows: readonly ReturnRow[]): Promise<Map<number, SentLine>> {
  const lines = await ask<SentLine>(
    `select id as "attemptId", line_id as "lineId", seq, number, account_holder as holder, amount_fen::float8 as "amountFen", state, code, bank_reference as "bankReference"
     from disbursement_attempt where payment_file_id = $1 and seq = any($2::int[])`,
    [paymentFileId, rows.map(({ seq }) => seq)],
  )
  return new Map(lines.map((line) => [line.seq, line]))
}

async function takenReferences(ask: Ask, rows: readonly ReturnRow[]): Promise<Set<string>> {
  const asked = rows.flatMap(({ bankReference }) => (bankReference === null ? [] : [bankReference]))
  if (asked.length === 0) return new Set()
  const taken = await ask<{ reference: string }>(`select bank_reference as reference from disbursement_attempt where bank_reference = any($1::text[])`, [asked])
  return new Set(taken.map(({ reference }) => reference))
}

/** Where rows state no amounts, the file's sum is that of what was sent under their numbers. */
function requireSumOfSendings(judged: readonly Judged[], totalFen: number | null): void {
  if (totalFen === null || judged.some(({ row, sent }) => row.amountFen !== null || !sent)) return
  const sum = judged.reduce((total, { sent }) => total + (sent?.amountFen ?? 0), 0)
  if (sum !== totalFen) throw sumsDiffer('文件', totalFen, sum)
}

export const isProblem = (verdict: Judged['verdict']): verdict is ReturnProblem => verdict !== 'PAID' && verdict !== 'FAILED' && verdict !== 'KNOWN'

const sumOf = (judged: readonly Judged[], verdict: Judged['verdict']): { count: number; fen: number } =>
  judged.reduce((sum, one) => (one.verdict === verdict ? { count: sum.count + 1, fen: sum.fen + (one.sent?.amountFen ?? 0) } : sum), { count: 0, fen: 0 })

/** What would come of a return, and the first of its rows that need a person. */
export function previewOf(digest: string, judged: readonly Judged[], open: number): ReturnPreview {
  const [paid, failed, known] = [sumOf(judged, 'PAID'), sumOf(judged, 'FAILED'), sumOf(judged, 'KNOWN')]
  const problems = judged.flatMap((one): ReturnRowView[] => (isProblem(one.verdict) ? [viewOf(one, one.verdict)] : []))
  return {
    digest,
    rowCount: judged.length,
    paidCount: paid.count,
    paidFen: paid.fen,
    failedCount: failed.count,
    failedFen: failed.fen,
    knownCount: known.count,
    unmatchedCount: problems.length,
    stillOpen: open - paid.count - failed.count,
    rows: problems.slice(0, MOST_SHOWN),
  }
}

const viewOf = ({ row, sent }: Judged, problem: ReturnProblem): ReturnRowView => ({
  rowNumber: row.rowNumber, seq: row.seq, result: row.result, code: row.code, amountFen: row.amountFen, paidOn: row.paidOn, bankReference: row.bankReference, problem,
  name: sent?.holder ?? null, sentFen: sent?.amountFen ?? null,
})
