import { mayCall, type Actor, type Page, type StepView } from '@xishan/domain'
import { Reads, type Ask } from '@xishan/service-kit'
import { MOST_PRINTED_LINES, batchLifecycle, contract, type BatchDetail, type BatchQuery, type BatchRow } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { OPEN_FINDING } from './answer-findings'
import { actionsOn, sumOf } from './batch-actions'
import { EDITABLE } from './batch-desk'
import { LISTED_BATCH, batchPage } from './batch-list'

type Stored = BatchRow & Pick<BatchDetail, 'version' | 'calculatedOn' | 'approvedOn' | 'approvedDigest' | 'isSigned' | 'returnedBecause'>

/** Batches of the bureau, and one of them on its page. */
@Injectable()
export class FindBatches {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  page(actor: Actor, query: BatchQuery): Promise<Page<BatchRow>> {
    const { sql, parameters } = batchPage(query)
    return this.reads.page<BatchRow>(actor, query, sql, parameters)
  }

  async detail(actor: Actor, id: string): Promise<BatchDetail> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const stored = await this.reads.one<Stored>(
      actor,
      `select ${LISTED_BATCH}, b.version, b.calculated_on::text as "calculatedOn", b.approved_on::text as "approvedOn", b.approved_digest as "approvedDigest",
              b.approved_signature is not null as "isSigned", b.returned_because as "returnedBecause"
       from disbursement_batch b where b.id = $1`,
      [id],
    )
    const isRunning = stored.state === 'CALCULATING'
    const [sums, funds, findings, steps, calculation] = await Promise.all([
      isRunning ? [] : sumsOf(ask, id), fundsOf(ask, id), isRunning ? [] : findingsOf(ask, id), stepsOf(ask, id), isRunning ? calculationOf(ask, id) : null,
    ])
    const payLines = sumOf(sums, ['PENDING'], 'lines')
    const standing = {
      state: stored.state,
      steps,
      openFindings: findings.reduce((sum, { open }) => sum + open, 0),
      fundsFen: funds.reduce((sum, { amountFen }) => sum + amountFen, 0),
      payFen: sumOf(sums, ['PENDING'], 'payFen'),
      payLines,
    }
    return {
      ...stored,
      sums,
      funds,
      findings,
      calculation,
      steps: steps.map(({ actorId: _, ...step }) => step),
      actions: actionsOn(standing, actor),
      editable: EDITABLE.includes(stored.state) && mayCall(contract.permissions, 'editBatches', actor.roles),
      printable: sums.reduce((sum, { lines }) => sum + lines, 0) <= MOST_PRINTED_LINES,
    }
  }
}

const sumsOf = (ask: Ask, id: string): Promise<BatchDetail['sums']> =>
  ask(
    `select state, kind, count(*)::int as lines, sum(amount_fen)::float8 as "amountFen", sum(offset_fen)::float8 as "offsetFen", sum(pay_fen)::float8 as "payFen"
     from disbursement_line where batch_id = $1 group by state, kind order by kind, state`,
    [id],
  )

export const fundsOf = (ask: Ask, id: string): Promise<BatchDetail['funds']> =>
  ask(`select source, document, amount_fen::float8 as "amountFen" from disbursement_fund where batch_id = $1 order by array_position(array['CENTRAL', 'PROVINCE', 'CITY', 'DISTRICT'], source), document`, [id])

const findingsOf = (ask: Ask, id: string): Promise<BatchDetail['findings']> =>
  ask(
    `select f.code, f.severity, count(*) filter (where ${OPEN_FINDING})::int as open, count(*)::int as all from disbursement_finding f where f.batch_id = $1
     group by f.code, f.severity order by f.severity, f.code`,
    [id],
  )

async function stepsOf(ask: Ask, id: string): Promise<(StepView & { actorId: string })[]> {
  const steps = await ask<Omit<StepView & { actorId: string }, 'actionLabel'>>(
    `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
            business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`,
    [id],
  )
  const actions: Readonly<Record<string, { label: string }>> = batchLifecycle.actions
  return steps.map((step) => ({ ...step, actionLabel: actions[step.action]?.label ?? step.action }))
}

async function calculationOf(ask: Ask, id: string): Promise<BatchDetail['calculation']> {
  const [job] = await ask<NonNullable<BatchDetail['calculation']>>(
    `select done, total, state not in ('waiting', 'running') as "isStanding", error from job_run where job = 'calculate-batch' and input->>'batchId' = $1 order by created_at desc limit 1`,
    [id],
  )
  return job ?? { done: 0, total: null, isStanding: true, error: null }
}
