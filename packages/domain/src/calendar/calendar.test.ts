import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DomainProblem } from '../contract/problem'
import { addToMonth, BenefitMonth, lastDayOf, monthAfter, monthInChinese, monthRange, monthsBetween } from './benefit-month'
import { addDays, addMonths, datesBetween, daysBetween, isRealDate, weekday } from './dates'
import { changePeriod, isSuspended, light, resumeDeadline, startDeadline, suspendDeadline } from './deadline'
import { stateCouncilDays, WorkingDayCalendar } from './working-days'

const calendar = WorkingDayCalendar.stateCouncil()
const date = fc.integer({ min: 0, max: 2_400 }).map((days) => addDays('2019-01-01', days))
const period = fc.record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('working-days' as const, 'days' as const) })

describe('dates', () => {
  test.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2025-13-01', false],
    ['2025-9-30', false],
    ['2025-09-30T00:00', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isRealDate(text)).toBe(exists)
  })

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test('30 September 2025 was a Tuesday', () => {
    expect(weekday('2025-09-30')).toBe(2)
    expect(weekday('1969-12-28')).toBe(0)
  })
})

describe('the State Council’s calendar', () => {
  test('agrees with chinese-days on every day of 2019 to 2026', () => {
    for (const { date: day, isWorkday } of stateCouncilDays()) expect([day, isWorkday]).toEqual([day, chineseDays.isWorkday(day)])
    expect(calendar.yearsCovered).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  test('says why a day is off', () => {
    expect(calendar.day('2025-10-08')).toEqual({ date: '2025-10-08', isWorkday: false, note: '国庆节、中秋节' })
    expect(calendar.day('2025-10-11')).toEqual({ date: '2025-10-11', isWorkday: true, note: '调休上班' })
  })

  test('refuses a question beyond its years with a sentence', () => {
    expect(() => calendar.addWorkingDays('2026-12-30', 30)).toThrow(DomainProblem)
    expect(() => calendar.isWorkday('2018-12-31')).toThrow(expect.objectContaining({ code: 'calendar-not-covered' }))
  })

  test('is not made with a hole in it', () => {
    expect(() => new WorkingDayCalendar(stateCouncilDays().filter((day) => day.date !== '2021-05-06'))).toThrow(/2021-05-06/)
    expect(() => new WorkingDayCalendar([])).toThrow(RangeError)
  })
})

describe('periods', () => {
  test.each([
    ['three working days over the National Day holiday', '2025-09-30', 3, 'working-days', '2025-10-11'],
    ['seven days of posting into the holiday end after it', '2025-09-24', 7, 'days', '2025-10-09'],
    ['seven days of posting from the eve', '2025-09-30', 7, 'days', '2025-10-09'],
    ['a month to a worked weekend', '2025-08-28', 1, 'months', '2025-09-28'],
    ['half a year', '2025-03-31', 6, 'months', '2025-09-30'],
    ['one year from 29 February', '2024-02-29', 1, 'years', '2025-02-28'],
    ['an event on a day off', '2025-10-01', 1, 'working-days', '2025-10-09'],
  ] as const)('%s', (_, from, count, unit, due) => {
    expect(calendar.due(from, { count, unit })).toBe(due)
  })

  test('always end on a working day, and no sooner when longer or begun later', () => {
    fc.assert(
      fc.property(date, period, (from, { count, unit }) => {
        const due = calendar.due(from, { count, unit })
        expect(calendar.isWorkday(due)).toBe(true)
        expect(calendar.due(from, { count: count + 1, unit }) >= due).toBe(true)
        expect(calendar.due(addDays(from, 1), { count, unit }) >= due).toBe(true)
      }),
    )
  })

  test('of working days hold just that many', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 45 }), (from, count) => {
        expect(calendar.workingDaysBetween(from, calendar.addWorkingDays(from, count))).toBe(count)
      }),
    )
  })
})

describe('a deadline', () => {
  const thirty = startDeadline(calendar, '2025-09-01', { count: 30, unit: 'working-days' })

  test('turns yellow at 70 % of its period and red the day after it is due', () => {
    expect(thirty).toMatchObject({ warnOn: '2025-09-29', dueOn: '2025-10-17' })
    expect(light(thirty, '2025-09-28')).toBe('green')
    expect(light(thirty, '2025-09-29')).toBe('yellow')
    expect(light(thirty, '2025-10-17')).toBe('yellow')
    expect(light(thirty, '2025-10-18')).toBe('red')
  })

  test('stands still from the day after a pause begins through its last day', () => {
    const paused = suspendDeadline(thirty, '2025-09-05', '一次性补正')
    expect(isSuspended(paused)).toBe(true)
    expect(light(paused, '2026-01-01')).toBe('green')
    const resumed = resumeDeadline(calendar, paused, '2025-09-10')
    expect(resumed).toMatchObject({ warnOn: '2025-10-10', dueOn: '2025-10-22', suspensions: [{ from: '2025-09-05', to: '2025-09-10', reason: '一次性补正' }] })
  })

  test('a pause that ends on the day it began changes nothing', () => {
    const resumed = resumeDeadline(calendar, suspendDeadline(thirty, '2025-09-05', '评估'), '2025-09-05')
    expect([resumed.warnOn, resumed.dueOn]).toEqual([thirty.warnOn, thirty.dueOn])
  })

  test('is extended by changing its period', () => {
    expect(changePeriod(calendar, thirty, { count: 45, unit: 'working-days' }).dueOn).toBe('2025-11-07')
  })

  test('refuses pauses that overlap, run backwards or were never begun', () => {
    const paused = suspendDeadline(thirty, '2025-09-05', '补正')
    expect(() => suspendDeadline(paused, '2025-09-06', '再次')).toThrow(RangeError)
    expect(() => resumeDeadline(calendar, paused, '2025-09-04')).toThrow(RangeError)
    expect(() => resumeDeadline(calendar, thirty, '2025-09-08')).toThrow(RangeError)
    expect(() => suspendDeadline(thirty, '2025-08-31', '补正')).toThrow(RangeError)
  })

  test('is never shortened by a pause, nor lengthened by more than the pause and a holiday', () => {
    fc.assert(
      fc.property(date, period, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), (from, length, after, days) => {
        const plain = startDeadline(calendar, from, length)
        const pauseFrom = addDays(from, after)
        fc.pre(pauseFrom <= plain.dueOn)
        const resumed = resumeDeadline(calendar, suspendDeadline(plain, pauseFrom, '补正'), addDays(pauseFrom, days))
        expect(resumed.dueOn >= plain.dueOn).toBe(true)
        expect(resumed.warnOn >= plain.warnOn).toBe(true)
        expect(daysBetween(plain.dueOn, resumed.dueOn)).toBeLessThanOrEqual(days * 3 + 15)
      }),
    )
  })

  test('goes from green through yellow to red and never back', () => {
    const order = { green: 0, yellow: 1, red: 2 }
    fc.assert(
      fc.property(date, period, (from, length) => {
        const deadline = startDeadline(calendar, from, length)
        const lights = datesBetween(from, addDays(deadline.dueOn, 2)).map((on) => order[light(deadline, on)])
        expect(lights).toEqual(lights.toSorted((a, b) => a - b))
        expect(lights.at(-1)).toBe(2)
        expect(deadline.warnOn <= deadline.dueOn && calendar.isWorkday(deadline.dueOn)).toBe(true)
      }),
    )
  })
})

describe('benefit months', () => {
  test('begin with the month after the decision', () => {
    expect(monthAfter('2025-09-30')).toBe('2025-10')
    expect(monthAfter('2025-12-01')).toBe('2026-01')
  })

  test('count over the year', () => {
    expect(monthRange('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthRange('2025-11', '2025-10')).toEqual([])
    expect(monthsBetween('2019-12', '2025-09')).toBe(69)
    expect(addToMonth('2025-01', -1)).toBe('2024-12')
    expect(lastDayOf('2024-02')).toBe('2024-02-29')
    expect(monthInChinese('2025-09')).toBe('2025年9月')
  })

  test.each(['2025-13', '2025-1', '202510', '2025-10-01'])('%s is none', (text) => {
    expect(BenefitMonth.safeParse(text).success).toBe(false)
  })
})
