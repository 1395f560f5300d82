import type { Queue } from 'pg-boss'

export const RUN_LONG_JOB = 'run-long-job'
export const EVERY_MINUTE = 'every-minute'

/** The queues of every service. A long job that dies with its process is taken up again when its heartbeat stops. */
export const QUEUES: { name: string; options: Omit<Queue, 'name'> }[] = [
  { name: RUN_LONG_JOB, options: { retryLimit: 5, retryDelay: 2, expireInSeconds: 6 * 3600, heartbeatSeconds: 30 } },
  { name: EVERY_MINUTE, options: { policy: 'short', retryLimit: 0, expireInSeconds: 600 } },
]
