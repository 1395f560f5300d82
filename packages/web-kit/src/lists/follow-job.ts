import { ApiProblem } from '../client/api-problem'
import type { Download } from '../client/download'

/** A long job as any line reports it. */
export interface JobLike {
  state: string
  done: number
  total: number | null
  problem?: string | null
  error?: string | null
}

export interface JobSteps {
  start(): Promise<{ id: string }>
  read(id: string, signal: AbortSignal): Promise<JobLike>
  file(id: string): Promise<Download>
  cancel(id: string): Promise<unknown>
}

export type Progress = (percent: number | undefined) => void

const PAUSE_MS = 800

const percentOf = ({ done, total }: JobLike): number | undefined => (total === null || total === 0 ? undefined : Math.min(100, Math.floor((done / total) * 100)))

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE_MS)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    }, { once: true })
  })

/**
 * Reports a job's progress until it is done. `signal` cancels the job itself; `leaving` only stops looking.
 * @throws ApiProblem when it failed or was cancelled elsewhere
 */
export async function awaitJob<J extends JobLike>(id: string, { read, cancel }: { read(id: string, signal: AbortSignal): Promise<J>; cancel(id: string): Promise<unknown> }, progress: Progress, signal: AbortSignal, leaving: AbortSignal = signal): Promise<J> {
  for (;;) {
    if (signal.aborted) {
      await cancel(id)
      throw new DOMException('The job was cancelled', 'AbortError')
    }
    const job = await read(id, leaving)
    progress(percentOf(job))
    const state = job.state.toLowerCase()
    if (state === 'done') return job
    if (state === 'failed' || state === 'cancelled')
      throw new ApiProblem({ code: 'job-ended', status: 500, title: '任务没有完成', detail: job.problem ?? job.error ?? (state === 'cancelled' ? '任务已取消。' : '任务执行失败，请重试。') })
    await pause(signal)
    if (leaving !== signal) leaving.throwIfAborted()
  }
}

/** Starts a job, follows it to its end, and fetches its file. Aborting cancels the job itself. */
export async function followJob({ start, read, file, cancel }: JobSteps, progress: Progress, signal: AbortSignal): Promise<Download> {
  const { id } = await start()
  await awaitJob(id, { read, cancel }, progress, signal)
  return file(id)
}
