import { DomainProblem, formatYuan, monthInChinese, type Actor, type BenefitMonth, type Saved } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import type { RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { enter } from './enter'
import { RecoveryDesk } from './recovery-desk'
import type { Recovery } from './recovery.entity'
import { reverse } from './withdraw-recovery'

/** After a death: whether what was paid too much is claimed from the estate. */
@Injectable()
export class DecideClaim {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  /** @throws DomainProblem `claim-amounts`, `claim-nothing` */
  claim(actor: Actor, id: string, input: RecoveryInputs['claim']): Promise<Saved> {
    return this.desk.take(actor, id, 'claim', input, async ({ work, recovery }) => {
      await fillIn(work, recovery, input.amounts)
      if (recovery.dueFen === 0) throw new DomainProblem('claim-nothing')
      return { opinion: input.opinion }
    })
  }

  forgo(actor: Actor, id: string, input: RecoveryInputs['forgo']): Promise<Saved> {
    return this.desk.take(actor, id, 'forgo', input, async ({ work, recovery }) => {
      await reverse(work, recovery)
      recovery.close(work.businessDate, `不予追回：${input.reason}`)
      return { opinion: input.reason }
    })
  }
}

/** What the rules could not say is said by whoever decides: no more than was paid, less what others claim of the month. */
async function fillIn(work: Work, recovery: Recovery, amounts: RecoveryInputs['claim']['amounts']): Promise<void> {
  for (const [month, paidFen] of Object.entries(recovery.openMonths).sort()) {
    const at = amounts.findIndex((amount) => amount.month === month)
    const amountFen = amounts[at]?.amountFen
    if (amountFen === undefined) throw fault(`${monthInChinese(month)}的多发金额尚未核定`, 'amounts', '请逐月填写多发金额，没有多发的填 0')
    const mostFen = paidFen - (await claimedElsewhere(work, recovery, month))
    if (amountFen > mostFen) throw fault(`${monthInChinese(month)}最多可追回 ${formatYuan(mostFen)} 元`, `amounts.${at}.amountFen`, `不能超过 ${formatYuan(mostFen)} 元`)
    if (amountFen > 0) await enter(work, recovery, { kind: 'DUE', month, amountFen })
  }
  recovery.openMonths = {}
}

const fault = (reason: string, field: string, message: string): DomainProblem => new DomainProblem('claim-amounts', { reason }, [{ field, message }])

async function claimedElsewhere(work: Work, { id, benefitId }: Recovery, month: BenefitMonth): Promise<number> {
  const [row] = await work.query<{ fen: number }>(
    `select coalesce(sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end), 0)::float8 as fen
     from recovery r join recovery_entry e on e.recovery_id = r.id and e.kind in ('DUE', 'REVERSED') where r.benefit_id = $1 and r.id <> $2 and e.month = $3`,
    [benefitId, id, month],
  )
  return row?.fen ?? 0
}
