import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { CASE_ID, HEAD_ID, aCase } from '../case/testing/a-case'
import { blankIncome, setExamined } from './finances/finances-values'
import { blankMember } from './household/household-values'
import { aService, asClerk } from './testing/at-the-desk'
import { useSheet } from './use-sheet'

const finances = { lookBackTo: '2025-08', examined: [], incomes: [], deductions: [], properties: [] }
const detail = ref(aCase())
const open = (service: ReturnType<typeof aService>) => {
  vi.stubGlobal('fetch', vi.fn(service.fetch))
  return asClerk(() => useSheet(() => detail.value)).result
}
const reading = (version: number) => (detail.value = aCase({ version, state: 'ACCEPTED', editable: true, finances }))
const HOUSEHOLD = 'PUT /applications/:id/household'
const FINANCES = 'PUT /applications/:id/finances'
const ENTRY = 'PUT /applications/:id/entry'

beforeEach(() => {
  localStorage.clear()
  reading(7)
})
afterEach(() => vi.unstubAllGlobals())

describe('saving', () => {
  it('sends only what has changed', async () => {
    const service = aService(7)
    const sheet = open(service)
    expect(sheet.isDirty.value).toBe(false)
    setExamined(sheet.finances.values, HEAD_ID, '2025-09-20')
    expect(sheet.isDirty.value).toBe(true)
    await expect(sheet.save()).resolves.toBeUndefined()
    expect(service.paths()).toEqual([FINANCES])
    expect(sheet.isDirty.value).toBe(false)
  })

  it('sends one after the other, each under the version that the one before left', async () => {
    const service = aService(7)
    const sheet = open(service)
    sheet.household.values.address = '凯苑路 9 号'
    sheet.entry.value = { entry: 'SINGLE', singleMemberId: HEAD_ID }
    setExamined(sheet.finances.values, HEAD_ID, '2025-09-20')
    await sheet.save()
    expect(service.paths()).toEqual([HOUSEHOLD, ENTRY, FINANCES])
    expect(service.versions()).toEqual([7, 8, 9])
  })

  it('gives up applying alone before the person leaves the sheet', async () => {
    detail.value = aCase({ entry: 'SINGLE', singleMemberId: HEAD_ID, finances })
    const service = aService(7)
    const sheet = open(service)
    sheet.entry.value = { entry: 'HOUSEHOLD', singleMemberId: null }
    sheet.household.values.address = '凯苑路 9 号'
    await sheet.save()
    expect(service.paths()).toEqual([ENTRY, HOUSEHOLD])
  })

  it('saves a sheet that has never been saved, even as it stands', async () => {
    detail.value = aCase({ householdId: null, finances: null })
    const service = aService(7)
    const sheet = open(service)
    await sheet.save()
    expect(service.paths()).toEqual([HOUSEHOLD, FINANCES])
  })

  it('names the part that is to be corrected and sends nothing of it', async () => {
    const service = aService(7)
    const sheet = open(service)
    sheet.finances.values.incomes.push(blankIncome(HEAD_ID, '2025-09-30'))
    await expect(sheet.save()).resolves.toBe('finances')
    sheet.household.values.members.push(blankMember())
    await expect(sheet.save()).resolves.toBe('household')
    expect(service.sent).toEqual([])
    expect(Object.keys(sheet.household.errors)).toContain('members.1.name')
  })

  it('forgets a number once it is sealed', async () => {
    const sheet = open(aService(7))
    sheet.household.values.phone = '13912345678'
    sheet.household.values.account = { bank: '云南农信', number: '6223690012345678', holder: '王建国' }
    await sheet.save()
    expect([sheet.household.values.phone, sheet.household.values.account]).toEqual([undefined, undefined])
  })
})

describe('a case that somebody else has changed', () => {
  it('keeps what was typed and saves it over the version then read', async () => {
    const service = aService(8)
    const sheet = open(service)
    sheet.household.values.address = '凯苑路 10 号'
    await expect(sheet.save()).resolves.toBe('household')
    expect(sheet.household.problem?.code).toBe('stale-version')
    reading(8)
    await expect(sheet.save()).resolves.toBeUndefined()
    expect(service.versions()).toEqual([7, 8])
    expect(service.sent.at(-1)?.body['address']).toBe('凯苑路 10 号')
  })

  it('says so when a draft of this browser is older', () => {
    localStorage.setItem(`xs:draft:clerk:application:${CASE_ID}:household`, JSON.stringify({ savedAt: new Date().toISOString(), values: { version: 5, address: '旧地址' } }))
    const sheet = open(aService(7))
    expect(sheet.household.values.address).toBe('旧地址')
    expect(sheet.isOutdated.value).toBe(true)
  })
})

it('drops the finances of a person who leaves the sheet', async () => {
  const sheet = open(aService(7))
  const other = { ...blankMember(), name: '王小明' }
  sheet.household.values.members.push(other)
  sheet.finances.values.incomes.push(blankIncome(other.id ?? '', '2025-09-30'))
  sheet.household.values.members.pop()
  await vi.waitFor(() => expect(sheet.finances.values.incomes).toEqual([]))
})
