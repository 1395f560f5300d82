import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { Inject, Injectable, Logger, type Type } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { DataSource, type EntityManager } from 'typeorm'
import { problemDocument } from '../endpoints/problem-filter'
import { jobsSchema } from '../database/migrate'
import { schemaOf, type ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'
import { newId } from '../unit-of-work/new-id'
import { once } from '../unit-of-work/once'
import { JobCancelled, type JobProgress, type LongJob } from './job'
import { JobQueue } from './job-queue'
import { RUN_LONG_JOB } from './queues'

export interface JobStanding {
  id: string
  title: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number | null
  error: string | null
  resultName: string | null
  createdAt: string
}

interface JobRow {
  id: string
  job: string
  actor: Actor
  input: unknown
  state: JobStanding['state']
  checkpoint: unknown
}

const STANDING = `id, title, state, done, total, error, result_name as "resultName", to_json(created_at) #>> '{}' as "createdAt"`

/** Starts, runs, watches and cancels long jobs. A person sees only jobs of his own. */
@Injectable()
export class LongJobs {
  private readonly logger = new Logger('jobs')

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract' | 'longJobs'>,
  ) {}

  /** The same request repeated starts no second job. @throws DomainProblem `key-reused` */
  start<I extends object>(actor: Actor, job: Type<LongJob<I>>, input: I): Promise<Saved> {
    return this.source.transaction((manager) => once(manager, actor, () => this.startIn(manager, actor, job, input)))
  }

  /** Part of a transaction that does more: `work.startJob`. */
  async startIn<I extends object>(manager: EntityManager, actor: Actor, job: Type<LongJob<I>>, input: I): Promise<Saved> {
    const { name, title } = this.modules.get<LongJob<I>>(job, { strict: false })
    const id = newId()
    const values = [id, name, title, JSON.stringify(actor), actor.id, JSON.stringify(input)]
    await manager.query(`insert into job_run (id, job, title, actor, actor_id, input, state) values ($1, $2, $3, $4, $5, $6, 'waiting')`, values)
    await this.queue.send(RUN_LONG_JOB, { id }, manager)
    return { id, version: 1 }
  }

  /** Ends the jobs that nobody runs any more: their process died each time, and the queue has given them up. */
  async endGivenUp(): Promise<void> {
    const queue = `${jobsSchema(schemaOf(this.definition.contract.line))}.job`
    await this.source.query(
      `update job_run r set state = 'failed', finished_at = now(), error = $1
       where r.state in ('waiting', 'running') and r.created_at < now() - interval '1 minute'
         and not exists (select from ${queue} j where j.name = $2 and j.data->>'id' = r.id::text and j.state in ('created', 'retry', 'active'))`,
      ['处理多次中断，已停止。请重新发起；再次失败的，请联系系统管理员。', RUN_LONG_JOB],
    )
  }

  async standing(actor: Actor, id: string): Promise<JobStanding> {
    const [row]: JobStanding[] = await this.source.query(`select ${STANDING} from job_run where id = $1 and actor_id = $2`, [id, actor.id])
    if (!row) throw new DomainProblem('not-found')
    return row
  }

  recent(actor: Actor): Promise<JobStanding[]> {
    return this.source.query(`select ${STANDING} from job_run where actor_id = $1 order by created_at desc limit 20`, [actor.id])
  }

  async cancel(actor: Actor, id: string): Promise<void> {
    await this.standing(actor, id)
    await this.source.query(`update job_run set cancel_requested = true, state = case state when 'waiting' then 'cancelled' else state end where id = $1 and state in ('waiting', 'running')`, [id])
  }

  async result(actor: Actor, id: string): Promise<{ name: string; mediaType: string; content: Buffer }> {
    const [row]: { name: string; mediaType: string; content: Buffer | null }[] = await this.source.query(
      `select result_name as name, result_media_type as "mediaType", result as content from job_run where id = $1 and actor_id = $2`,
      [id, actor.id],
    )
    if (!row?.content) throw new DomainProblem('not-found')
    return { ...row, content: row.content }
  }

  async run(id: string): Promise<void> {
    const [row]: JobRow[] = await this.source.query(`select id, job, actor, input, state, checkpoint from job_run where id = $1`, [id])
    if (!row || (row.state !== 'waiting' && row.state !== 'running')) return
    const job = this.definition.longJobs?.map((type) => this.modules.get<LongJob>(type, { strict: false })).find(({ name }) => name === row.job)
    if (!job) throw new Error(`no job of this service is called ${row.job}`)
    await this.source.query(`update job_run set state = 'running', error = null, heartbeat_at = now() where id = $1`, [id])
    try {
      const result = await job.run(row.actor, row.input, this.progressOf(row))
      await this.source.query(
        `update job_run set state = 'done', done = coalesce(total, done), result_name = $2, result_media_type = $3, result = $4, finished_at = now() where id = $1`,
        [id, result?.name ?? null, result?.mediaType ?? null, result?.content ?? null],
      )
    } catch (error) {
      const cancelled = error instanceof JobCancelled
      await this.source.query(`update job_run set state = $2, error = $3, finished_at = now() where id = $1`, [id, cancelled ? 'cancelled' : 'failed', cancelled ? null : this.sentenceOf(error)])
      if (!cancelled && !(error instanceof DomainProblem)) this.logger.error(`job ${row.job} ${id} failed: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }

  /** Why it failed, for the person who started it. */
  private sentenceOf(error: unknown): string {
    const problem = error instanceof DomainProblem ? problemDocument(this.definition.contract, error, '') : undefined
    if (!problem) return '系统异常，请稍后重试'
    return [`${problem.title}：${problem.detail}`, ...(problem.errors ?? []).map(({ message }) => message)].join('\n')
  }

  private progressOf(row: JobRow): JobProgress {
    return {
      report: async (done, total) => {
        const [standing]: [{ cancel: boolean }[], number] = await this.source.query(
          `update job_run set done = $2, total = coalesce($3, total), heartbeat_at = now() where id = $1 returning cancel_requested as cancel`,
          [row.id, done, total ?? null],
        )
        if (standing[0]?.cancel) throw new JobCancelled()
      },
      checkpoint: <T>() => (row.checkpoint ?? undefined) as T | undefined,
      saveCheckpoint: async (value) => {
        await this.source.query(`update job_run set checkpoint = $2, heartbeat_at = now() where id = $1`, [row.id, JSON.stringify(value)])
      },
    }
  }
}
