import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHeldDecade, aHolding, someProgress } from '../testing/archives'
import { openOffice, staff } from '../testing/office'
import { ArchiveHolding } from './archive-holding.entity'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const page = async (id: string) => (await office.call(staff.discipline, routes.getHolding, { params: { id } })).body
const enter = async (id: string, changed: object = {}) => office.call(staff.bureauClerk, routes.enterProgress, { params: { id }, body: { version: (await page(id)).version, ...someProgress(changed) } })
const reverse = async (id: string, entryId: string) => office.call(staff.bureauClerk, routes.reverseProgress, { params: { id }, body: { version: (await page(id)).version, entryId, reason: '月份登记错误' } })

describe('a holding', () => {
  it('grows by what is entered month by month, and never beyond what there is', async () => {
    const { id } = await aHeldDecade(office, '甲登记处')
    expect((await enter(id)).status).toBe(200)
    expect((await enter(id, { month: '2025-08', digitised: 900, checked: 0 })).status).toBe(200)
    expect(await page(id)).toMatchObject({ files: 1000, digitised: 1000, checked: 20, lastMonth: '2025-09', late: false })
    expect((await enter(id, { digitised: 1, checked: 0 })).body).toMatchObject({ code: 'progress-too-many', errors: [{ field: 'digitised' }] })
    expect((await enter(id, { digitised: 0, checked: 981 })).body).toMatchObject({ code: 'progress-too-many', errors: [{ field: 'checked' }] })
    expect((await enter(id, { month: '2025-10', digitised: 0, checked: 1 })).body).toMatchObject({ code: 'progress-month' })
    expect((await enter(id, { digitised: 0, checked: 0 })).body).toMatchObject({ code: 'invalid-input' })
  })

  it('is corrected by an entry that takes another back, once', async () => {
    const { id } = await aHeldDecade(office, '乙登记处')
    await enter(id, { digitised: 300, checked: 0 })
    await enter(id, { digitised: 0, checked: 250 })
    const [checking, digitising] = (await page(id)).entries
    expect((await reverse(id, digitising?.id ?? '')).body).toMatchObject({ code: 'reversal-too-many' })
    expect((await reverse(id, checking?.id ?? '')).status).toBe(200)
    expect((await reverse(id, checking?.id ?? '')).body).toMatchObject({ code: 'entry-reversed' })
    const [reversal] = (await page(id)).entries
    expect(reversal).toMatchObject({ checked: -250, reverses: checking?.id, note: '月份登记错误' })
    expect((await reverse(id, reversal?.id ?? '')).body).toMatchObject({ code: 'entry-reversed' })
    expect(await page(id)).toMatchObject({ digitised: 300, checked: 0 })
  })

  it('stands once for an office, a registration and a decade, and holds no less than is done', async () => {
    const { id, officeId } = await aHeldDecade(office, '丙登记处')
    expect((await office.call(staff.bureauClerk, routes.addHolding, { body: aHolding(officeId) })).body).toMatchObject({ code: 'holding-taken' })
    expect((await office.call(staff.bureauClerk, routes.addHolding, { body: aHolding(officeId, { registration: 'ADOPTION' }) })).body).toMatchObject({ code: 'office-without-registration' })
    expect((await office.call(staff.bureauClerk, routes.addHolding, { body: aHolding(officeId, { decade: 1985 }) })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'decade' }] })
    await enter(id)
    const change = (files: number, version: number) => office.call(staff.bureauClerk, routes.changeHolding, { params: { id }, body: { version, files, targetOn: '2026-06-30', shelf: '', reason: '清点后核减' } })
    expect((await change(99, 2)).body).toMatchObject({ code: 'holding-too-few' })
    expect((await change(100, 1)).body).toMatchObject({ code: 'stale-version' })
    expect((await change(100, 2)).status).toBe(200)
  })

  it('keeps its sums between nothing and everything, whatever is entered and taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400), fc.nat(400), fc.boolean()), { maxLength: 30 }), (moves) => {
        const holding = Object.assign(new ArchiveHolding(), { files: 500 })
        for (const [digitised, checked, back] of moves) {
          const before = [holding.digitised, holding.checked]
          try {
            if (back && digitised <= holding.digitised && checked <= holding.checked) holding.takeBack(digitised, checked)
            else holding.progress(digitised, checked)
          } catch {
            expect([holding.digitised, holding.checked]).toEqual(before)
          }
          expect(holding.checked).toBeGreaterThanOrEqual(0)
          expect(holding.checked).toBeLessThanOrEqual(holding.digitised)
          expect(holding.digitised).toBeLessThanOrEqual(500)
        }
      }),
    )
  })
})

describe('the progress of all', () => {
  it('is told by decade, office and month, and pages in the order of decades', async () => {
    const { id } = await aHeldDecade(office, '丁登记处', { decade: 1950, files: 10 })
    await enter(id, { digitised: 4, checked: 1 })
    const { body } = await office.call(staff.head, routes.getArchiveProgress)
    expect(body.decades[0]).toEqual({ decade: 1950, files: 10, digitised: 4, checked: 1 })
    expect(body.months).toHaveLength(12)
    expect(body.months.at(-1)?.month).toBe('2025-09')
    expect(body.total.digitised).toBe(body.decades.reduce((sum, { digitised }) => sum + digitised, 0))
    expect(body.months.reduce((sum, { digitised }) => sum + digitised, 0)).toBe(body.total.digitised)
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const { rows, next } = (await office.call(staff.head, routes.findHoldings, { query: { limit: 1, after } })).body
      seen.push(...rows.map((row) => `${row.decade} ${row.officeName}`))
      if (next === null) break
      after = next
    }
    expect(seen).toHaveLength(4)
    expect(seen[0]).toBe('1950 丁登记处')
  })

  it('that is due soon is a task of the clerk, and exported as a list', async () => {
    const { id } = await aHeldDecade(office, '戊登记处', { targetOn: '2025-10-20', decade: 1960 })
    const tasks = async () => (await office.call(staff.bureauClerk, routes.findTasks)).body.tasks.filter(({ path }) => path === `/funeral-management/archives/${id}`)
    expect(await tasks()).toMatchObject([{ dueOn: '2025-10-20', light: 'yellow', detail: '1960 年代婚姻登记档案数字化，还有 1000 卷' }])
    await enter(id, { digitised: 1000, checked: 0 })
    expect(await tasks()).toEqual([])
    expect((await office.call(staff.head, routes.startExport, { body: { subject: 'ARCHIVES', filters: {} } })).status).toBe(200)
  })
})
