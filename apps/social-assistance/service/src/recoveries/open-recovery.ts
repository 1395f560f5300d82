import { DomainProblem, formatYuan, type Actor, type BenefitMonth, type Saved } from '@xishan/domain'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import type { OpenRecovery as Finding } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Benefit } from '../benefits/benefit.entity'
import { amountIn } from '../disbursements/settled-months'
import { findOverpayment } from './find-overpayment'
import { Recovery } from './recovery.entity'

interface PaidMonth {
  month: BenefitMonth
  paid: string
  found: string
}

/** An inspection or an audit found that a household was paid too much: by month, and never more than it was paid. */
@Injectable()
export class OpenRecovery {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, { benefitId, cause, ground, months }: Finding): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const benefit = await work.get(Benefit, benefitId)
      await requirePaid(work, benefitId, months)
      const id = await findOverpayment(work, benefit, { cause, causeKind: 'AUDIT', causeId: newId(), ground, months })
      const recovery = id === null ? null : await work.findOne(Recovery, { id })
      if (!recovery) throw new DomainProblem('not-found')
      return { id: recovery.id, version: recovery.version, number: recovery.number }
    })
  }
}

/** What was paid for each month, with the system or, where it holds no line of the month, by the history; and what was found of it before. */
async function requirePaid(work: Work, benefitId: string, months: Finding['months']): Promise<void> {
  const known = await work.query<PaidMonth>(
    `select m.month, coalesce((select sum(l.amount_fen) from disbursement_line l where l.benefit_id = b.id and l.month = m.month and l.state in ('SENT', 'PAID', 'REISSUED')),
              case when b.from_month <= m.month and (b.to_month is null or m.month <= b.to_month) and m.month <= $3
                        and not exists (select from disbursement_batch d where d.month = m.month and d.state <> 'CANCELLED') then a.amount_fen end, 0)::text as paid,
            (select coalesce(sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end), 0) from recovery r join recovery_entry e on e.recovery_id = r.id
             where r.benefit_id = b.id and e.month = m.month and e.kind in ('DUE', 'REVERSED'))::text as found
     from benefit b cross join unnest($2::text[]) m(month) left join ${amountIn('m.month')} a on true where b.id = $1`,
    [benefitId, months.map(({ month }) => month), work.businessDate.slice(0, 7)],
  )
  for (const [at, { month, overpaidFen }] of months.entries()) {
    const { paid = '0', found = '0' } = known.find((row) => row.month === month) ?? {}
    if (Number(found) + overpaidFen > Number(paid))
      throw new DomainProblem('overpaid-more-than-paid', { month, paid: formatYuan(Number(paid)), found: formatYuan(Number(found)), asked: formatYuan(overpaidFen) }, [
        { field: `months.${at}.overpaidFen`, message: `${month} 最多可登记 ${formatYuan(Math.max(0, Number(paid) - Number(found)))} 元` },
      ])
  }
}
