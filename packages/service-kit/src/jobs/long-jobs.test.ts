import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { defineContract, DomainProblem, LINE_ROUTES, Saved, type Actor, type RouteInput } from '@xishan/domain'
import { Controller, Inject, Injectable } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Acting, Endpoint, Input } from '../endpoints/endpoint'
import { defineService } from '../service/define-service'
import { Note, Notes, noteContract, noteLifecycle, noteService } from '../testing/fixture'
import { someone, startTestService, type TestService } from '../testing/test-service'
import { UnitOfWork } from '../unit-of-work/unit-of-work'
import type { JobProgress, LongJob } from './job'
import { LongJobs } from './long-jobs'

const clerk = someone('ST_CLERK', '530112001')

const contract = defineContract({
  ...noteContract,
  problems: { 'paper-empty': { status: 409, title: '纸不够', detail: '还差 {sheets} 张纸，请添纸后重新抄写。' } },
  routes: {
    ...noteContract.routes,
    copy: { method: 'POST', path: '/copies', summary: '抄写', may: 'note.write', body: z.object({ texts: z.array(z.string()), pauseMs: z.int() }), answer: Saved },
    writeAndCopy: { method: 'POST', path: '/notes-and-copies', summary: '写便条并抄写', may: 'note.write', body: z.object({ text: z.string(), torn: z.boolean() }), answer: Saved },
  },
})
const { copy, writeAndCopy } = contract.routes
type Copying = RouteInput<typeof copy>['body']

/** Writes a note for each text, one unit of work after another, and goes on where a dead run stopped. */
@Injectable()
class CopyNotes implements LongJob<Copying> {
  readonly name = 'copy-notes'
  readonly title = '抄写便条'

  constructor(@Inject(Notes) private readonly notes: Notes) {}

  async run(actor: Actor, { texts, pauseMs }: Copying, progress: JobProgress): Promise<void> {
    for (let done = progress.checkpoint<number>() ?? 0; done < texts.length; done++) {
      if (texts[done] === '纸没了') throw new DomainProblem('paper-empty', { sheets: texts.length - done })
      await this.notes.write(actor, { text: texts[done] ?? '', divisionCode: '530112001002' })
      await progress.saveCheckpoint(done + 1)
      await progress.report(done + 1, texts.length)
      await sleep(pauseMs)
    }
  }
}

@Controller()
class CopiesController {
  constructor(
    @Inject(LongJobs) private readonly jobs: LongJobs,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Endpoint(copy)
  copy(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof copy>) {
    return this.jobs.start(actor, CopyNotes, body)
  }

  @Endpoint(writeAndCopy)
  writeAndCopy(@Acting() actor: Actor, @Input() { body: { text, torn } }: RouteInput<typeof writeAndCopy>) {
    return this.unitOfWork.run(actor, async (work) => {
      const note = Object.assign(new Note(), { text, divisionCode: '530112001002', number: await work.nextNumber('N') })
      work.begin(note, noteLifecycle, 'write')
      const saved = await work.save(note, 'write')
      await work.startJob(CopyNotes, { texts: [`${text}抄件`], pauseMs: 0 })
      if (torn) throw new DomainProblem('paper-empty', { sheets: 1 })
      return saved
    })
  }
}

const definition = defineService({ ...noteService, contract, controllers: [...noteService.controllers, CopiesController], longJobs: [CopyNotes] })

let service: TestService
beforeAll(async () => {
  service = await startTestService(definition)
})
afterAll(() => service.close())

const start = (texts: string[], { key, pauseMs = 0 }: { key?: string; pauseMs?: number } = {}) => service.call(clerk, copy, { body: { texts, pauseMs }, ...(key ? { key } : {}) })
const standing = async (id: string) => (await service.call(clerk, LINE_ROUTES.job, { params: { id } })).body
const copied = (text: string) => service.sql<{ text: string }>(`select text from note where starts_with(text, $1) order by number`, [text])

describe('a long job', () => {
  it('asked for twice with one key starts once, and another with the same key is refused', async () => {
    const key = randomUUID()
    const [first, second] = await Promise.all([start(['同一件事'], { key }), start(['同一件事'], { key })])
    expect(second.body).toEqual(first.body)
    expect((await start(['另一件事'], { key })).body).toMatchObject({ status: 422, code: 'key-reused' })
    expect(await service.sql(`select count(*)::int as n from job_run`)).toEqual([{ n: 1 }])
  })

  it('that is refused tells its person why, with the sentence of the contract', async () => {
    const { body } = await start(['头一张', '纸没了', '第三张'])
    await service.app.get(LongJobs).run(body.id)
    expect(await standing(body.id)).toMatchObject({ state: 'failed', done: 1, error: '纸不够：还差 2 张纸，请添纸后重新抄写。' })
  })
})

describe('a job that belongs to a change', () => {
  const jobsOf = (text: string) => service.sql(`select state from job_run where input->'texts'->>0 = $1`, [`${text}抄件`])

  it('is started once with it, however often the request is repeated', async () => {
    const key = randomUUID()
    const ask = () => service.call(clerk, writeAndCopy, { body: { text: '成套', torn: false }, key })
    const answers = [...(await Promise.all([ask(), ask()])), await ask()]
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await copied('成套')).toHaveLength(1)
    expect(await jobsOf('成套')).toEqual([{ state: 'waiting' }])
  })

  it('is not there when the change is not', async () => {
    expect((await service.call(clerk, writeAndCopy, { body: { text: '撕破', torn: true } })).body).toMatchObject({ code: 'paper-empty' })
    expect(await copied('撕破')).toEqual([])
    expect(await jobsOf('撕破')).toEqual([])
    expect(await service.sql(`select data->>'id' as id from notes_jobs.job where name = 'run-long-job' and not exists (select from job_run where id::text = data->>'id')`)).toEqual([])
  })
})

it('a job that the queue has given up ends as failed, with a sentence; one that still waits goes on waiting', async () => {
  const [{ body: dead }, { body: waiting }] = [await start(['没抄成']), await start(['还没抄'])]
  await service.sql(`update notes_jobs.job set state = 'failed' where data->>'id' = $1`, [dead.id])
  await service.sql(`update job_run set state = case when id = $1 then 'running' else state end, created_at = now() - interval '1 hour' where id = any($2::uuid[])`, [dead.id, [dead.id, waiting.id]])
  await service.app.get(LongJobs).endGivenUp()
  expect(await standing(dead.id)).toMatchObject({ state: 'failed', error: expect.stringContaining('请重新发起') })
  expect(await standing(waiting.id)).toMatchObject({ state: 'waiting' })
})

/** The queue's shortest times, so that a test need not wait for the half minute that a heartbeat may fail to come. */
const hurry = () => service.sql(`update notes_jobs.queue set heartbeat_seconds = 2, retry_delay = 0 where name = 'run-long-job'`)

/** What a process leaves that is killed between two notes: an active job whose heartbeat has stopped. */
async function dieAfterFirst(texts: string[]): Promise<string> {
  const { body } = await start(texts)
  await service.app.get(Notes).write(clerk, { text: texts[0] ?? '', divisionCode: '530112001002' })
  await service.sql(`update job_run set state = 'running', done = 1, total = 2, checkpoint = '1' where id = $1`, [body.id])
  await service.sql(`update notes_jobs.job set state = 'active', started_on = now(), heartbeat_on = now() where data ->> 'id' = $1`, [body.id])
  return body.id
}

it('a job whose process was killed is taken up where it stopped; one that lives on keeps it', { timeout: 60_000 }, async () => {
  await hurry()
  const killed = await dieAfterFirst(['断点一', '断点二'])
  await service.app.startJobs()
  await expect.poll(async () => (await standing(killed)).state, { timeout: 30_000, interval: 250 }).toBe('done')
  expect(await copied('断点')).toEqual([{ text: '断点一' }, { text: '断点二' }])
  const { body: slow } = await start(Array.from({ length: 14 }, (_, n) => `慢慢写${n}`), { pauseMs: 1000 })
  await expect.poll(async () => (await standing(slow.id)).state, { timeout: 30_000, interval: 250 }).toBe('done')
  expect(await service.sql(`select retry_count from notes_jobs.job where data ->> 'id' = $1`, [slow.id])).toEqual([{ retry_count: 0 }])
  expect(await copied('慢慢写')).toHaveLength(14)
})

it('a short job does not wait for a long one', { timeout: 30_000 }, async () => {
  const { body: long } = await start(Array.from({ length: 10 }, (_, n) => `长活${n}`), { pauseMs: 1000 })
  await expect.poll(async () => (await standing(long.id)).state, { timeout: 10_000 }).toBe('running')
  const { body: short } = await start(['短活'])
  await expect.poll(async () => (await standing(short.id)).state, { timeout: 5000 }).toBe('done')
  expect(await standing(long.id)).toMatchObject({ state: 'running' })
  await service.call(clerk, LINE_ROUTES.cancelJob, { params: { id: long.id }, body: {} })
})
