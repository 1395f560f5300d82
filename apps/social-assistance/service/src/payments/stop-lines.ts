import { newId, type Work } from '@xishan/service-kit'
import type { Batch } from '../disbursements/batch.entity'

/**
 * Holds come first: of what waits to be sent, everything of a benefit that is held, and whatever would go to somebody who is known to be
 * dead (domain 08: the holder of the account, or the only member).
 */
export async function holdStoppedLines(work: Work, { id, month }: Batch): Promise<void> {
  await work.query(
    `update disbursement_line l set state = 'HELD', state_on = $2, state_because = '待遇已缓发'
     where l.batch_id = $1 and l.state = 'PENDING' and exists (select from benefit_hold h where h.benefit_id = l.benefit_id and h.lifted_on is null and h.from_month <= $3)`,
    [id, work.businessDate, month],
  )
  await work.query(
    `update disbursement_line l set state = 'HELD', state_on = $2, state_because = '收款人死亡信息待核实'
     where l.batch_id = $1 and l.state = 'PENDING' and exists (
       select from known_death d join household_member m on m.person_key = d.person_key
       where d.state = 'KNOWN' and d.died_on < (l.month || '-01')::date and m.household_id = l.household_id and (m.name = l.account_holder or l.member_count = 1))`,
    [id, work.businessDate],
  )
}

/** What cannot be sent for want of an account is due in a later batch: a regular month as arrears, anything else as it was. */
export async function giveUpWithoutAccount(work: Work, { id }: Batch): Promise<void> {
  const given = await work.query<{ id: string }>(
    `with given as (
       update disbursement_line l set state = 'CANCELLED', state_on = $2, state_because = '没有银行账户，转以后批次补发'
       from household h where h.id = l.household_id and l.batch_id = $1 and l.state = 'PENDING' and coalesce(l.account_number_sealed, h.account_number_sealed) is null
       returning l.id)
     select id from given`,
    [id, work.businessDate],
  )
  await oweAgain(work, given.map((line) => line.id), '没有银行账户')
}

/** A line that was given up while it is still owed. What it took from the payables is due there again by itself. */
export async function oweAgain(work: Work, lineIds: readonly string[], because: string): Promise<void> {
  for (const lineId of lineIds)
    await work.query(
      `insert into payable (id, division_code, benefit_id, household_id, kind, month, amount_fen, cause_kind, cause_id, cause, created_on, created_by)
       select $1, division_code, benefit_id, household_id, 'ARREARS', month, amount_fen, 'CORRECTION', id, $3, $4, $5
       from disbursement_line where id = $2 and payable_id is null
       on conflict (benefit_id, kind, cause_kind, cause_id, month) do nothing`,
      [newId(), lineId, `${because}，未发放的当月保障金`, work.businessDate, work.actor.name],
    )
}
