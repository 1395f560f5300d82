import { rm } from 'node:fs/promises'
import { LINE_ROUTES } from '@xishan/domain'
import { Injectable } from '@nestjs/common'
import { expect, it } from 'vitest'
import type { BusinessDayJob } from '../jobs/job'
import { noteContract, noteService } from '../testing/fixture'
import { SealAudit } from '../seals/seal-audit'
import { someone, startTestService } from '../testing/test-service'

@Injectable()
class ReadTheBarometer implements BusinessDayJob {
  readonly name = 'read-the-barometer'
  readonly title = '读气压表'

  async run(): Promise<void> {}
}

it('measurements name the service, routes by template and the state of outbox, jobs and connections', async () => {
  const service = await startTestService(noteService, { settings: { peers: 'portal=http://127.0.0.1:9/api/portal' } })
  try {
    const clerk = someone('ST_CLERK', '530112001')
    const { body } = await service.call(clerk, noteContract.routes.write, { body: { text: '今日雨', divisionCode: '530112001002' } })
    await service.call(someone('BU_HEAD'), noteContract.routes.approve, { params: { id: body.id }, body: { version: 1 } })
    const text = (await service.call(null, LINE_ROUTES.metrics)).body.toString()
    expect(text).toMatch(/http_request_duration_seconds_count\{[^}]*route="\/api\/notes\/notes\/:id\/approve"[^}]*\} 1/)
    expect(text).not.toContain(body.id)
    expect(text).toContain('outbox_undelivered{service="notes"} 1')
    for (const name of ['outbox_dead', 'outbox_oldest_seconds', 'jobs_open', 'jobs_failed', 'jobs_done']) expect(text).toMatch(new RegExp(`\n${name}\\{service="notes"\\} 0(\\.\\d+)?\n`))
    expect(text).toMatch(/\naudit_unsealed_seconds\{service="notes"\} 0\.\d+\n/)
    for (const name of ['jobs_stalled', 'minute_work_failed', 'minute_work_idle_seconds', 'audit_seals', 'audit_seals_unwritten']) expect(text).toContain(`\n${name}{service="notes"} 0\n`)
    expect(text).toMatch(/database_connections\{state="idle",service="notes"\} [123]\n/)
    expect(text).toContain('database_connections{state="waiting",service="notes"} 0')
  } finally {
    await service.close()
  }
})

it('measurements tell of an audit that is not sealed, of a seals file that was lost, and of a day that was not run', async () => {
  const service = await startTestService({ ...noteService, dailyJobs: [ReadTheBarometer] })
  const numbers = async (): Promise<Record<string, number>> => {
    const text = (await service.call(null, LINE_ROUTES.metrics)).body.toString()
    return Object.fromEntries([...text.matchAll(/^(\w+)\{service="notes"\} (\S+)$/gm)].map(([, name = '', value]) => [name, Number(value)]))
  }
  try {
    await service.call(someone('ST_CLERK', '530112001'), noteContract.routes.write, { body: { text: '今日雨', divisionCode: '530112001002' } })
    expect((await numbers())['audit_unsealed_seconds']).toBeGreaterThan(0)
    await service.app.get(SealAudit).seal()
    expect(await numbers()).toMatchObject({ audit_unsealed_seconds: 0, audit_seals: 1, audit_seals_unwritten: 0 })
    await rm(service.sealsFile)
    expect(await numbers()).toMatchObject({ audit_seals_unwritten: 1 })
    expect(await numbers()).toMatchObject({ business_days_behind: 1 })
    await service.advanceTo('2025-10-03')
    expect(await numbers()).toMatchObject({ business_days_behind: 0 })
    await service.sql(`update business_day_run set business_date = '2025-10-01'`)
    expect(await numbers()).toMatchObject({ business_days_behind: 2 })
  } finally {
    await service.close()
  }
})
