import { expect, it, vi } from 'vitest'
import { followJob, type JobLike } from './follow-job'

const FILE = { blob: new Blob(['x']), name: '名册.xlsx' }
const steps = (states: JobLike[]) => {
  const cancel = vi.fn<(id: string) => Promise<void>>(() => Promise.resolve())
  return { cancel, start: () => Promise.resolve({ id: 'j' }), read: () => Promise.resolve(states.shift() ?? { state: 'RUNNING', done: 0, total: null }), file: () => Promise.resolve(FILE) }
}
const never = new AbortController().signal

it('reports how far a job is and brings its file', async () => {
  const percents: (number | undefined)[] = []
  const done = followJob(steps([{ state: 'waiting', done: 0, total: null }, { state: 'running', done: 50, total: 200 }, { state: 'DONE', done: 200, total: 200 }]), (percent) => percents.push(percent), never)
  expect(await done).toBe(FILE)
  expect(percents).toEqual([undefined, 25, 100])
})

it('says why a job failed', async () => {
  const failed = followJob(steps([{ state: 'FAILED', done: 3, total: 9, problem: '第 4 行金额有误' }]), () => undefined, never)
  await expect(failed).rejects.toMatchObject({ code: 'job-ended', detail: '第 4 行金额有误' })
})

it('cancels the job itself, not only the waiting', async () => {
  const stop = new AbortController()
  const job = steps([])
  const waiting = followJob(job, () => stop.abort(), stop.signal)
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  expect(job.cancel).toHaveBeenCalledWith('j')
})
