import { availableActions, light, type Actor, type StepTaken } from '@xishan/domain'
import { BusinessClock, Reads, type Ask } from '@xishan/service-kit'
import { batchLifecycle, type BatchPayment, type BatchState, type PaymentFileView } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { comparisonsOf, figuresOf, unreconciled, unsettled, type Figures } from './reconciliation'

interface StoredBatch extends Pick<BatchPayment, 'version' | 'number' | 'month' | 'templateId'> {
  state: BatchState
  steps: StepTaken[]
}

interface Failed {
  proposed: number
  dueOn: string | null
  warnOn: string | null
}

const sum = (state: string): string =>
  `jsonb_build_object('count', count(a.id) filter (where a.state = '${state}'), 'fen', coalesce(sum(a.amount_fen) filter (where a.state = '${state}'), 0))`

/** What became of a signed batch: its files, the bank's answers, what failed, and whether the books agree. */
@Injectable()
export class FindBatchPayment {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async detail(actor: Actor, id: string): Promise<BatchPayment> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [batch, figures, files, failed, making, today] = await Promise.all([this.batch(actor, id), figuresOf(ask, id), this.files(ask, id), this.failed(ask, id), this.making(ask, actor, id), this.clock.today()])
    const { steps, ...shown } = batch
    return {
      batchId: id,
      ...shown,
      lines: Object.entries(figures.lines).map(([state, line]) => ({ state: state as BatchPayment['lines'][number]['state'], ...line })),
      files,
      openRows: figures.openRows,
      failed: {
        ...(figures.lines.FAILED ?? { count: 0, fen: 0 }),
        proposed: failed.proposed,
        dueOn: failed.dueOn,
        light: failed.dueOn === null ? null : light({ warnOn: failed.warnOn ?? failed.dueOn, dueOn: failed.dueOn, suspensions: [] }, today),
      },
      comparisons: comparisonsOf(figures),
      actions: availableActions(batchLifecycle, { state: batch.state, steps }, actor).map((action) => {
        const { label, adverse } = batchLifecycle.actions[action]
        return { action, label, adverse: adverse ?? false, blockedBy: blocked(action, figures, failed) }
      }),
      making,
    }
  }

  private batch(actor: Actor, id: string): Promise<StoredBatch> {
    return this.reads.one(
      actor,
      `select b.version, b.number, b.month, b.state, b.template_id as "templateId",
              (select coalesce(jsonb_agg(jsonb_build_object('action', s.action, 'actorId', s.actor_id) order by s.seq), '[]') from case_step s where s.case_id = b.id) as steps
       from disbursement_batch b where b.id = $1`,
      [id],
    )
  }

  private files(ask: Ask, id: string): Promise<PaymentFileView[]> {
    return ask(
      `select f.id, f.number, f.name, f.template->>'name' as "templateName", f.template->>'recipient' as recipient, f.template->>'format' as format, f.template->>'returnFormat' as "returnFormat",
              jsonb_build_object('count', f.attempt_count, 'fen', f.total_fen) as sent, f.digest, f.signature::jsonb->>'signature' as signature, f.made_on::text as "madeOn", f.made_by as "madeBy",
              f.sent_on::text as "sentOn", f.sent_by as "sentBy", ${sum('PAID')} as paid, ${sum('FAILED')} as failed, ${sum('SENT')} as open
       from payment_file f left join disbursement_attempt a on a.payment_file_id = f.id where f.batch_id = $1 group by f.id order by f.number`,
      [id],
    )
  }

  private async failed(ask: Ask, id: string): Promise<Failed> {
    const [row] = await ask<Failed>(
      `select count(c.id)::int as proposed, min(a.resend_by)::text as "dueOn", min(a.warn_on)::text as "warnOn"
       from disbursement_line l join lateral (select * from disbursement_attempt where line_id = l.id order by number desc limit 1) a on true
       left join account_correction c on c.line_id = l.id and c.state = 'PROPOSED' where l.batch_id = $1 and l.state = 'FAILED'`,
      [id],
    )
    return row ?? { proposed: 0, dueOn: null, warnOn: null }
  }

  private async making(ask: Ask, actor: Actor, id: string): Promise<BatchPayment['making']> {
    const [job] = await ask<NonNullable<BatchPayment['making']>>(
      `select id, done, total from job_run where actor_id = $1 and job = 'export-payment-file' and input->>'batchId' = $2 and state in ('waiting', 'running') order by created_at desc limit 1`,
      [actor.id, id],
    )
    return job ?? null
  }
}

/** What still stands in the way of an action, as a sentence. */
function blocked(action: string, figures: Figures, { proposed }: Failed): string | null {
  const reasons =
    action === 'reconcile' ? unreconciled(figures)
    : action === 'close' ? unsettled(figures)
    : action === 'resendFailed' && proposed === 0 ? [(figures.lines.FAILED?.count ?? 0) === 0 ? '没有发放失败的明细' : '发放失败的明细尚未提出更正']
    : action === 'readReturn' && figures.open.count === 0 ? ['各笔都已有回盘结果']
    : []
  return reasons.length > 0 ? `${reasons.join('；')}。` : null
}
