import type { Actor } from '@xishan/domain'

/** A job of every business day; the kit runs it once per date, catching up missed dates in order. */
export interface BusinessDayJob {
  readonly name: string
  readonly title: string
  run(businessDate: string, actor: Actor): Promise<void>
}

/** A file that a job leaves behind. */
export interface JobResult {
  name: string
  mediaType: string
  content: Buffer
}

export interface JobProgress {
  /** Reports how far it is. @throws JobCancelled when somebody asked for the end. */
  report(done: number, total?: number): Promise<void>
  /** Where a resumed run goes on from. */
  checkpoint<T>(): T | undefined
  saveCheckpoint(value: unknown): Promise<void>
}

/** Work that a person starts, watches and may cancel: an export, an import, a batch. */
export interface LongJob<I = unknown> {
  readonly name: string
  readonly title: string
  run(actor: Actor, input: I, progress: JobProgress): Promise<JobResult | void>
}

export class JobCancelled extends Error {}
