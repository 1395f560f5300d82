import { formatYuan } from '@xishan/domain'
import type { Ask } from '@xishan/service-kit'
import type { Comparison, LineState, Sum } from '@xishan/social-assistance-contract'

/** What the three books of a batch say: its lines, its files, and the bank's answers. */
export interface Figures {
  batch: Sum
  lines: Partial<Record<LineState, Sum>>
  files: Sum
  sendings: Sum
  firstSendings: Sum
  sentLines: Sum
  paid: Sum
  failed: Sum
  open: Sum
  openRows: number
}

const NONE: Sum = { count: 0, fen: 0 }
export const added = (...sums: (Sum | undefined)[]): Sum => sums.reduce<Sum>((total, sum = NONE) => ({ count: total.count + sum.count, fen: total.fen + sum.fen }), NONE)

const sumOf = (count: string, fen: string): string => `jsonb_build_object('count', ${count}, 'fen', coalesce(${fen}, 0))`

export async function figuresOf(ask: Ask, batchId: string): Promise<Figures> {
  const [row] = await ask<{ figures: Omit<Figures, 'lines'>; lines: (Sum & { state: LineState })[] }>(
    `select jsonb_build_object(
       'batch', (select ${sumOf('line_count', 'total_fen')} from disbursement_batch where id = $1),
       'files', (select ${sumOf('coalesce(sum(attempt_count), 0)', 'sum(total_fen)')} from payment_file where batch_id = $1),
       'sendings', ${sumOf('s.count', 's.fen')}, 'firstSendings', ${sumOf('s.first_count', 's.first_fen')}, 'paid', ${sumOf('s.paid_count', 's.paid_fen')},
       'failed', ${sumOf('s.failed_count', 's.failed_fen')}, 'open', ${sumOf('s.open_count', 's.open_fen')},
       'sentLines', (select ${sumOf('count(*)', 'sum(l.pay_fen)')} from disbursement_line l where l.batch_id = $1 and exists (select from disbursement_attempt a where a.line_id = l.id)),
       'openRows', (select count(*) from return_row where batch_id = $1 and problem is not null and resolved_on is null)) as figures,
       (select coalesce(jsonb_agg(jsonb_build_object('state', state, 'count', count, 'fen', fen)), '[]')
        from (select state, count(*) as count, sum(pay_fen) as fen from disbursement_line where batch_id = $1 group by state) l) as lines
     from (select count(*) as count, sum(a.amount_fen) as fen, count(*) filter (where a.number = 1) as first_count, sum(a.amount_fen) filter (where a.number = 1) as first_fen,
                  count(*) filter (where a.state = 'PAID') as paid_count, sum(a.amount_fen) filter (where a.state = 'PAID') as paid_fen,
                  count(*) filter (where a.state = 'FAILED') as failed_count, sum(a.amount_fen) filter (where a.state = 'FAILED') as failed_fen,
                  count(*) filter (where a.state = 'SENT') as open_count, sum(a.amount_fen) filter (where a.state = 'SENT') as open_fen
           from disbursement_attempt a join payment_file f on f.id = a.payment_file_id where f.batch_id = $1) s`,
    [batchId],
  )
  if (!row) throw new RangeError('an aggregate without a row')
  return { ...row.figures, lines: Object.fromEntries(row.lines.map(({ state, count, fen }) => [state, { count, fen }])) }
}

const compare = (left: string, leftSum: Sum, right: string, rightSum: Sum): Comparison => {
  const differenceFen = leftSum.fen - rightSum.fen
  return { left, leftSum, right, rightSum, differenceFen, agrees: differenceFen === 0 && leftSum.count === rightSum.count }
}

/** Σ file = Σ ledger = Σ bank ± failed (B10), to the fen and to the line. */
export function comparisonsOf({ batch, lines, files, sendings, firstSendings, sentLines, paid, failed }: Figures): Comparison[] {
  return [
    compare('批次应发合计', batch, '发放明细合计（不含缓发和不再发放）', added(lines.PENDING, lines.SENT, lines.PAID, lines.FAILED, lines.REISSUED)),
    compare('已送出的发放明细', sentLines, '首次送出合计', firstSendings),
    compare('各发放文件合计', files, '送出明细合计', sendings),
    compare('各发放文件合计', files, '银行成功＋银行失败', added(paid, failed)),
    compare('账上发放成功（含重发成功）', added(lines.PAID, lines.REISSUED), '银行成功', paid),
  ]
}

/** Why the books do not agree yet, as parts of a sentence. */
export function unreconciled(figures: Figures): string[] {
  const waiting = added(figures.lines.PENDING)
  return [
    ...(figures.openRows > 0 ? [`有 ${figures.openRows} 行回盘未对上、未处理`] : []),
    ...(waiting.count > 0 ? [`有 ${waiting.count} 笔尚未送出`] : []),
    ...(figures.open.count > 0 ? [`有 ${figures.open.count} 笔没有回盘结果`] : []),
    ...comparisonsOf(figures).flatMap((one) => (one.agrees || (figures.open.count > 0 && one.right.startsWith('银行')) ? [] : [`“${one.left}”与“${one.right}”相差 ${formatYuan(one.differenceFen)} 元`])),
  ]
}

/** The same before the books are closed: no failed line may be left without an answer. */
export const unsettled = (figures: Figures): string[] => {
  const failed = added(figures.lines.FAILED)
  return [...unreconciled(figures), ...(failed.count > 0 ? [`有 ${failed.count} 笔发放失败未重发、未退出`] : [])]
}
