import { DomainProblem, type Actor } from '@xishan/domain'
import { ParameterBooks, UnitOfWork, type JobProgress, type LongJob, type Work } from '@xishan/service-kit'
import { standardChangeLifecycle, type StandardSums } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { lockMonths } from '../../benefit-changes/months'
import { versionsWithout } from './effective-month'
import { FIRST_ID, countPaid, paidBenefits } from './paid-benefits'
import { ChangeOfStandard, type PaidBenefit } from './plan-change'
import { planAll } from './plan-all'
import { StandardChange } from './standard-change.entity'
import { APPLIED_SUMS, total } from './standard-sums'
import { changeInWords } from './standard-words'
import { writePlans } from './write-plans'

const CHUNK = 200
const NOT_DONE = `and not exists (select from reassessment done where done.benefit_id = b.id and done.cause_kind = 'STANDARD_CHANGE' and done.cause_id = $4)`

interface Standing {
  after: string
  done: number
}

/**
 * Applies a change of a standard to every household in pay, a chunk a transaction. Killed or cancelled it goes on where it was; a household
 * that is done is never done again.
 */
@Injectable()
export class ApplyStandardChange implements LongJob<{ changeId: string }> {
  readonly name = 'apply-standard-change'
  readonly title = '标准调整执行'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async run(actor: Actor, { changeId }: { changeId: string }, progress: JobProgress): Promise<void> {
    const inScope = await this.begin(actor, changeId)
    if (inScope === null) return
    let { after, done } = progress.checkpoint<Standing>() ?? { after: FIRST_ID, done: 0 }
    await progress.report(done, inScope)
    for (;;) {
      const ids = await this.unitOfWork.perform(actor, (work) => this.chunk(work, changeId, after))
      const last = ids.at(-1)
      if (last === undefined) break
      after = last
      done += ids.length
      await progress.saveCheckpoint({ after, done })
      await progress.report(done, Math.max(done, inScope))
    }
    await this.finish(actor, changeId)
  }

  /** @returns how many households are in scope; null when it has been applied */
  private begin(actor: Actor, changeId: string): Promise<number | null> {
    return this.unitOfWork.perform(actor, async (work) => {
      const change = await work.get(StandardChange, changeId)
      if (change.state === 'APPLIED') return null
      if (change.state === 'PENDING') {
        await work.take(change, standardChangeLifecycle, 'apply')
        change.fromMonth = later(change.effectiveMonth, (await lockMonths(work)).open)
        await work.save(change, 'apply')
      }
      const [row] = await work.query<{ count: number }>(countPaid, [change.effectiveMonth])
      return row?.count ?? 0
    })
  }

  private async chunk(work: Work, changeId: string, after: string): Promise<string[]> {
    await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`standard change ${changeId}`])
    const change = await work.findOne(StandardChange, { id: changeId })
    if (!change) throw new DomainProblem('not-found')
    const { open } = await lockMonths(work)
    const locked = await work.query<{ id: string }>(
      `select b.id from benefit b where (b.to_month is null or b.to_month >= $1::text) and b.id > $2::uuid order by b.id limit ${CHUNK} for no key update`,
      [change.effectiveMonth, after],
    )
    const ids = locked.map(({ id }) => id)
    if (ids.length === 0) return ids
    const benefits = await work.query<PaidBenefit>(paidBenefits(`${NOT_DONE} and b.id = any($5::uuid[])`), [change.effectiveMonth, open, after, changeId, ids])
    if (benefits.length === 0) return ids
    const versions = await this.books.versions((sql, parameters) => work.query(sql, parameters))
    const approved = versions.find(({ key, version }) => key === change.parameterKey && version === change.parameterVersion)
    if (!approved) throw new DomainProblem('parameter-unknown')
    const planned = await planAll(benefits, new ChangeOfStandard(change.effectiveMonth, open, versionsWithout(versions, approved), versions))
    await writePlans(work, change, open, changeInWords(approved, change.effectiveMonth), planned)
    return ids
  }

  private async finish(actor: Actor, changeId: string): Promise<void> {
    await this.unitOfWork.perform(actor, async (work) => {
      const change = await work.get(StandardChange, changeId)
      if (change.state !== 'APPLYING') return
      const sums = total(await work.query<StandardSums>(APPLIED_SUMS, [changeId, change.fromMonth]))
      await work.take(change, standardChangeLifecycle, 'finish')
      Object.assign(change, { benefits: sums.households, changed: sums.changed, monthlyDifferenceFen: sums.afterFen - sums.beforeFen, arrearsFen: sums.arrearsFen, appliedOn: work.businessDate })
      await work.save(change, 'finish')
    })
  }
}

const later = (a: string, b: string): string => (a > b ? a : b)
