import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { defineContract, DomainProblem, LINE_ROUTES, Saved, type Actor, type RouteInput } from '@xishan/domain'
import { Controller, Inject, Injectable } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Acting, Endpoint, Input } from '../endpoints/endpoint'
import { defineService } from '../service/define-service'
import { Notes, noteContract, noteService } from '../testing/fixture'
import { someone, startTestService, type TestService } from '../testing/test-service'
import type { JobProgress, LongJob } from './job'
import { LongJobs } from './long-jobs'

const clerk = someone('ST_CLERK', '530112001')

const contract = defineContract({
  ...noteContract,
  problems: { 'paper-empty': { status: 409, title: '纸不够', detail: '还差 {sheets} 张纸，请添纸后重新抄写。' } },
  routes: {
    ...noteContract.routes,
    copy: { method: 'POST', path: '/copies', summary: '抄写', may: 'note.write', body: z.object({ texts: z.array(z.string()), pauseMs: z.int() }), answer: Saved },
  },
})
const { copy } = contract.routes
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
  constructor(@Inject(LongJobs) private readonly jobs: LongJobs) {}

  @Endpoint(copy)
  copy(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof copy>) {
    return this.jobs.start(actor, CopyNotes, body)
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
