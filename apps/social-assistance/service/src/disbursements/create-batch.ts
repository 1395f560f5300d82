import { DomainProblem, addToMonth, monthAfter, monthInChinese, type Actor, type BenefitMonth, type Saved } from '@xishan/domain'
import { BusinessClock, Reads, UnitOfWork, type Ask, type Work } from '@xishan/service-kit'
import { batchLifecycle, type CreateBatch as Input, type NextBatch } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Batch } from './batch.entity'
import { firstOpenMonth } from './settled-months'

/** The bureau pays for the whole district: a batch belongs to nobody below it. */
const DISTRICT = '530112'
const SERIES = 'SAD'

/** A new batch (新建批次): the regular one of a month, of which there is one, or one of what is due besides. */
@Injectable()
export class CreateBatch {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainProblem `batch-exists`, `batch-month-closed`, `batch-month-ahead` */
  execute(actor: Actor, { kind, month }: Input): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const ask: Ask = (sql, parameters) => work.query(sql, parameters)
      // Two clerks who press the button together: the second waits, and is told.
      await work.query(`select pg_advisory_xact_lock(hashtext('disbursement batch'))`)
      const { firstOpenMonth: first, lastMonth } = await monthsFor(ask, work.businessDate)
      if (month > lastMonth) throw new DomainProblem('batch-month-ahead', { last: monthInChinese(lastMonth) })
      if (kind === 'REGULAR') await requireOpen(work, month, first)
      const title = `${monthInChinese(month)}最低生活保障金${kind === 'REGULAR' ? '发放' : '补充发放'}`
      const batch = Object.assign(new Batch(), { kind, month, title, madeBy: actor.name, divisionCode: DISTRICT, number: await work.nextNumber(SERIES) })
      work.begin(batch, batchLifecycle, 'create')
      return work.save(batch, 'create')
    })
  }

  /** The month that is to be paid next, and how far a batch may reach. */
  async next(actor: Actor): Promise<NextBatch> {
    return monthsFor((sql, parameters) => this.reads.query(actor, sql, parameters), await this.clock.today())
  }
}

async function requireOpen(work: Work, month: BenefitMonth, first: BenefitMonth): Promise<void> {
  const [other] = await work.query<{ number: string }>(`select number from disbursement_batch where kind = 'REGULAR' and month = $1 and state <> 'CANCELLED'`, [month])
  if (other) throw new DomainProblem('batch-exists', { month: monthInChinese(month), number: other.number })
  if (month < first) throw new DomainProblem('batch-month-closed', { month: monthInChinese(month), first: monthInChinese(first) })
}

/** No month is skipped: after the last that has a batch comes the next one, and none later than the month after this one. */
async function monthsFor(ask: Ask, today: string): Promise<NextBatch> {
  const first = await firstOpenMonth(ask, today)
  const [made] = await ask<{ last: BenefitMonth | null }>(`select max(month) as last from disbursement_batch where kind = 'REGULAR' and state <> 'CANCELLED'`)
  const last = made?.last ? addToMonth(made.last, 1) : monthAfter(today)
  const month = made?.last && made.last >= first ? last : first
  return { month, firstOpenMonth: first, lastMonth: last < monthAfter(today) ? last : monthAfter(today) }
}
