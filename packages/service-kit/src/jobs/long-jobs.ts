import { DomainProblem, type Actor } from '@xishan/domain'
import { Inject, Injectable, Logger, type Type } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { DataSource } from 'typeorm'
import type { ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'
import { newId } from '../unit-of-work/new-id'
import { requestContext } from '../unit-of-work/request-context'
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
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'longJobs'>,
  ) {}

  /** The same request repeated starts no second job. */
  async start<I extends object>(actor: Actor, job: Type<LongJob<I>>, input: I): Promise<{ id: string; version: number }> {
    const instance = this.modules.get<LongJob<I>>(job, { strict: false })
    const key = requestContext.getStore()?.idempotencyKey
    return this.source.transaction(async (manager) => {
      const id = newId()
      if (key) {
        await manager.query(`insert into idempotency (actor_id, key, digest, result_id, result_version) values ($1, $2, 'job', $3, 1) on conflict do nothing`, [actor.id, key, id])
        const [claim]: { result_id: string }[] = await manager.query(`select result_id from idempotency where actor_id = $1 and key = $2`, [actor.id, key])
        if (claim && claim.result_id !== id) return { id: claim.result_id, version: 1 }
      }
      await manager.query(`insert into job_run (id, job, title, actor, actor_id, input, state) values ($1, $2, $3, $4, $5, $6, 'waiting')`, [
        id,
        instance.name,
        instance.title,
        JSON.stringify(actor),
        actor.id,
        JSON.stringify(input),
      ])
      await this.queue.send(RUN_LONG_JOB, { id }, manager)
      return { id, version: 1 }
    })
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
    if (!row || row.state === 'done' || row.state === 'cancelled') return
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
      const reason = error instanceof DomainProblem ? error.code : '系统异常，请稍后重试'
      await this.source.query(`update job_run set state = $2, error = $3, finished_at = now() where id = $1`, [id, cancelled ? 'cancelled' : 'failed', cancelled ? null : reason])
      if (!cancelled) this.logger.error(`job ${row.job} ${id} failed: ${error instanceof Error ? error.stack : String(error)}`)
    }
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
