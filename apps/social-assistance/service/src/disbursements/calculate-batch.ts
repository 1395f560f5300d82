import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { JobCancelled, ParameterBooks, UnitOfWork, newId, serviceActor, type JobProgress, type LongJob, type Work } from '@xishan/service-kit'
import { PARAMETER, batchLifecycle, contract } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { noteUnconnectedFeeds } from '../deaths/death-feeds'
import { totalsOf } from './batch-totals'
import { Batch } from './batch.entity'
import { clearSome, countOf, writeNext, type Place, type StageName } from './calculation-chunks'
import type { CalculationFacts } from './due-lines.sql'
import { noteMissingLists } from './note-missing-lists'

interface Calculation {
  batchId: string
  /** Tells this run from any other that was started for the batch. */
  run: string
}

/** Where a resumed run goes on: the stage it was in, and the last row that is done. */
interface Checkpoint {
  stage: StageName
  place: Place | null
  done: number
}

const STAGES_OF: Record<Batch['kind'], readonly StageName[]> = { REGULAR: ['REGULAR', 'PAYABLES'], SUPPLEMENTARY: ['PAYABLES'] }
const SERVICE = { ...serviceActor(contract.line), name: '系统自动计算' }

/** Starts the calculation of a batch, and breaks it off. */
@Injectable()
export class StartCalculation {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const batch = await work.get(Batch, id, version)
      await work.take(batch, batchLifecycle, 'calculate')
      const run = newId()
      batch.startCalculation(run)
      await work.startJob(CalculateBatch, { batchId: id, run })
      return work.save(batch, 'calculate')
    })
  }

  /** The run itself notices between two chunks. */
  abandon(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => abandonCalculation(work, await work.get(Batch, id, version)))
  }
}

/**
 * Writes the lines of a batch in chunks, each in a transaction of its own, while the batch is being calculated. Killed at any moment it
 * goes on where it was; what a chunk wrote before is not written again. The state changes last.
 */
@Injectable()
export class CalculateBatch implements LongJob<Calculation> {
  readonly name = 'calculate-batch'
  readonly title = '计算发放批次'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async run(actor: Actor, calculation: Calculation, progress: JobProgress): Promise<void> {
    try {
      await this.calculate(actor, calculation, progress)
    } catch (error) {
      if (error instanceof JobCancelled || error instanceof DomainProblem) await this.abandon(calculation)
      throw error
    }
  }

  private async calculate(actor: Actor, calculation: Calculation, progress: JobProgress): Promise<void> {
    const { facts, stages, total } = await this.unitOfWork.perform(actor, (work) => this.planOf(work, calculation))
    const reached = progress.checkpoint<Checkpoint>()
    if (!reached) await this.clear(actor, calculation, progress)
    let done = reached?.done ?? 0
    for (const stage of stages.slice(reached ? stages.indexOf(reached.stage) : 0)) {
      let place = reached?.stage === stage ? reached.place : null
      for (;;) {
        await progress.report(done, Math.max(done, total))
        const after = place ?? undefined
        const chunk = await this.chunk(actor, calculation, (work) => writeNext(work, stage, facts, after))
        if (!chunk) break
        place = chunk.place
        done += chunk.walked
        await progress.saveCheckpoint({ stage, place, done } satisfies Checkpoint)
      }
    }
    await this.finish(calculation)
  }

  private async planOf(work: Work, calculation: Calculation): Promise<{ facts: CalculationFacts; stages: readonly StageName[]; total: number }> {
    const batch = await running(work, calculation)
    const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
    const keys = [PARAMETER.recovery.offsetShare, PARAMETER.deviation]
    const stages = STAGES_OF[batch.kind]
    let total = 0
    for (const stage of stages) total += await countOf(work, stage, batch.month)
    return {
      stages,
      total,
      facts: {
        batchId: batch.id,
        month: batch.month,
        offsetShare: book.number(PARAMETER.recovery.offsetShare),
        deviation: book.number(PARAMETER.deviation),
        parameters: Object.fromEntries(book.used(...keys).map(({ key, version }) => [key, version])),
        businessDate: work.businessDate,
      },
    }
  }

  private async clear(actor: Actor, calculation: Calculation, progress: JobProgress): Promise<void> {
    await this.chunk(actor, calculation, (work) => work.query(`delete from disbursement_finding where batch_id = $1`, [calculation.batchId]))
    while ((await this.chunk(actor, calculation, (work) => clearSome(work, calculation.batchId))) > 0) await progress.report(0)
  }

  /** One transaction of the run. @throws JobCancelled when the batch is no longer this run's */
  private chunk<T>(actor: Actor, calculation: Calculation, task: (work: Work) => Promise<T>): Promise<T> {
    return this.unitOfWork.perform(actor, async (work) => {
      const [batch] = await work.query<{ calculation: string | null }>(`select calculation from disbursement_batch where id = $1 for share`, [calculation.batchId])
      if (batch?.calculation !== calculation.run) throw new JobCancelled()
      await work.writesMany()
      return task(work)
    })
  }

  private finish(calculation: Calculation): Promise<void> {
    return this.unitOfWork.perform(SERVICE, async (work) => {
      const batch = await running(work, calculation)
      await work.query('set local statement_timeout = 0')
      await noteMissingLists(work, batch)
      await noteUnconnectedFeeds(work, await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters)), batch)
      await work.take(batch, batchLifecycle, 'finishCalculation')
      batch.finishCalculation(work.businessDate, await totalsOf(work, batch.id))
      await work.save(batch, 'finishCalculation')
    })
  }

  private abandon(calculation: Calculation): Promise<void> {
    return this.unitOfWork.perform(SERVICE, async (work) => {
      const batch = await work.get(Batch, calculation.batchId)
      if (batch.calculation === calculation.run) await abandonCalculation(work, batch)
    })
  }
}

/** @throws JobCancelled when the batch is no longer this run's */
async function running(work: Work, { batchId, run }: Calculation): Promise<Batch> {
  const batch = await work.get(Batch, batchId)
  if (batch.calculation !== run) throw new JobCancelled()
  return batch
}

/** Back to the draft, without a line. */
export async function abandonCalculation(work: Work, batch: Batch): Promise<Saved> {
  await work.take(batch, batchLifecycle, 'abandonCalculation')
  await work.query('set local statement_timeout = 0')
  await work.query(`delete from disbursement_finding where batch_id = $1`, [batch.id])
  await work.query(`delete from disbursement_line where batch_id = $1`, [batch.id])
  batch.abandonCalculation()
  return work.save(batch, 'abandonCalculation')
}
