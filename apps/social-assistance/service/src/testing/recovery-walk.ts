import { Saved, type Actor, type Route } from '@xishan/domain'
import { UnitOfWork, serviceActor } from '@xishan/service-kit'
import type { Answer } from '@xishan/service-kit/testing'
import { Benefit } from '../benefits/benefit.entity'
import { findOverpayment, type Overpayment } from '../recoveries/find-overpayment'
import type { Office } from './office'

type SavingRoute = Route & { answer: typeof Saved }

/** What a benefit was paid too much, found in the way other subjects find it. */
export async function anOverpayment(office: Office, benefitId: string, found: Partial<Overpayment> = {}): Promise<string> {
  const id = await office.app.get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) => {
    const benefit = await work.get(Benefit, benefitId)
    return findOverpayment(work, benefit, {
      cause: 'LATE_EVENT', causeKind: 'BENEFIT_CHANGE', causeId: crypto.randomUUID(), ground: '家庭成员就业未及时报告',
      months: [{ month: '2025-07', overpaidFen: 30000 }, { month: '2025-08', overpaidFen: 20000 }], ...found,
    })
  })
  if (id === null) throw new RangeError('nothing was overpaid')
  return id
}

/** A line that the bank was sent or has paid, kept back in part for a recovery; written past the batch. */
export async function aLine(office: Office, { benefitId, month, amountFen, offsetFen, recoveryId, state }: { benefitId: string; month: string; amountFen: number; offsetFen: number; recoveryId: string | null; state: string }): Promise<string> {
  const [batchId, id] = [crypto.randomUUID(), crypto.randomUUID()]
  await office.sql(`set session_replication_role = replica`)
  await office.sql(
    `insert into disbursement_batch (id, version, division_code, audit_head, audit_seq, number, state, state_since, scheme, kind, month, title, made_by)
     values ($1, 1, '530112', '', 1, $2, 'PAYING', '2025-09-30', 'SUBSISTENCE_ALLOWANCE', 'SUPPLEMENTARY', $3, '测试批次', '测试')`,
    [batchId, `T-${batchId}`, month],
  )
  await office.sql(
    `insert into disbursement_line (id, batch_id, seq, division_code, benefit_id, household_id, kind, month, amount_fen, offset_fen, recovery_id, member_count, applicant_name, document_masked, person_key, cause, trace, state, state_on)
     select $1, $2, 1, b.division_code, b.id, b.household_id, 'REGULAR', $3, $4, $5, $6, 1, b.applicant_name, '', '', '测试', '{}', $7, '2025-09-30' from benefit b where b.id = $8`,
    [id, batchId, month, amountFen, offsetFen, recoveryId, state, benefitId],
  )
  await office.sql(`set session_replication_role = default`)
  return id
}

/** One recovery on its way, as its people take it. */
export class RecoveryWalk {
  constructor(
    readonly office: Office,
    readonly id: string,
  ) {}

  async act<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<Answer<R>> {
    const [row] = await this.office.sql<{ version: number }>('select version from recovery where id = $1', [this.id])
    return this.office.call(actor, route, { params: { id: this.id }, body: { version: row?.version, ...body } })
  }

  async must<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<void> {
    const answer = await this.act(actor, route, body)
    if (answer.status !== 200) throw new Error(`${route.method} ${route.path}: ${JSON.stringify(answer.body)}`)
  }

  async row(): Promise<{ state: string; due: number; settled: number; owed: number }> {
    const [row] = await this.office.sql<{ state: string; due: number; settled: number; owed: number }>(
      `select state, due_fen::float8 as due, settled_fen::float8 as settled, (due_fen - settled_fen)::float8 as owed from recovery where id = $1`,
      [this.id],
    )
    if (!row) throw new RangeError('no such recovery')
    return row
  }
}
