import { LINE_ROUTES } from '@xishan/domain'
import { expect, it } from 'vitest'
import { noteContract, noteService } from '../testing/fixture'
import { someone, startTestService } from '../testing/test-service'

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
    expect(text).toMatch(/database_connections\{state="idle",service="notes"\} [123]\n/)
    expect(text).toContain('database_connections{state="waiting",service="notes"} 0')
  } finally {
    await service.close()
  }
})
