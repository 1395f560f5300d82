import { DomainProblem, formatYuan, type Actor, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import type { Fund } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { BatchDesk } from './batch-desk'
import type { Batch } from './batch.entity'

/** Where the money of a batch comes from (资金来源、指标文号), entered whole. */
@Injectable()
export class SetFunds {
  constructor(@Inject(BatchDesk) private readonly desk: BatchDesk) {}

  execute(actor: Actor, id: string, { version, funds }: { version: number; funds: Fund[] }): Promise<Saved> {
    return this.desk.edit(actor, id, version, 'setFunds', async (work, { divisionCode }) => {
      await work.query(`delete from disbursement_fund where batch_id = $1`, [id])
      await work.query(
        `insert into disbursement_fund (batch_id, source, division_code, document, amount_fen)
         select $1, f.source, $2, f.document, f."amountFen" from jsonb_to_recordset($3::jsonb) as f(source text, document text, "amountFen" bigint)`,
        [id, divisionCode, JSON.stringify(funds)],
      )
      return { funds: funds.map(({ source, document, amountFen }) => `${source} ${document} ${formatYuan(amountFen)}`).join('；').slice(0, 500) }
    })
  }
}

/** @throws DomainProblem `funds-differ` unless the funds are the sum that is to be paid */
export async function requireFunds(work: Work, { id, totalFen }: Batch): Promise<void> {
  const [row] = await work.query<{ sum: number }>(`select coalesce(sum(amount_fen), 0)::float8 as sum from disbursement_fund where batch_id = $1`, [id])
  const sum = row?.sum ?? 0
  if (sum !== totalFen) throw new DomainProblem('funds-differ', { funds: formatYuan(sum), total: formatYuan(totalFen), difference: formatYuan(Math.abs(sum - totalFen)) })
}
