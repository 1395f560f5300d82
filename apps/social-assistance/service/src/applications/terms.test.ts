import { ParameterBook } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import { describe, expect, it } from 'vitest'
import { parameterVersions } from '../testing/parameter-values'
import { enterState, endTerm, extend, isRunning, nearestDates, periodOf, resume, suspend, suspendedSince, type RunningTerm } from './terms'

const rules = { calendar, book: new ParameterBook(parameterVersions(), '2025-09-30') }
const byBureau = { delegated: false, extended: false }
const enter = (terms: readonly RunningTerm[], state: string, on: string) => enterState(terms, state, on, byBureau, rules)
const accepted = enter([], 'ACCEPTED', '2025-09-30')
const namesOf = (terms: readonly RunningTerm[]) => terms.filter(({ endedOn }) => endedOn === null).map(({ name }) => name)

describe('terms of a case', () => {
  it('run while the case is where they count, and end when it leaves', () => {
    expect(namesOf(accepted)).toEqual(['investigationStart', 'whole'])
    const investigating = enter(accepted, 'INVESTIGATING', '2025-10-09')
    expect(namesOf(investigating)).toEqual(['whole'])
    expect(investigating.find(({ name }) => name === 'investigationStart')?.endedOn).toBe('2025-10-09')
    expect(namesOf(enter(investigating, 'CONFIRMED', '2025-10-20'))).toEqual([])
    expect(namesOf(enter(investigating, 'REFUSED', '2025-10-20'))).toEqual(['refusalNotice'])
  })

  it('57号 §19: a second posting runs its own seven days', () => {
    const first = enter(accepted, 'POSTING', '2025-10-09')
    const again = enter(enter(first, 'INVESTIGATING', '2025-10-13'), 'POSTING', '2025-10-20')
    expect(again.filter(({ name }) => name === 'posting').map(({ deadline, endedOn }) => [deadline.startedOn, deadline.dueOn, endedOn])).toEqual([
      ['2025-10-09', '2025-10-16', '2025-10-13'],
      ['2025-10-20', '2025-10-27', null],
    ])
  })

  it('57号 §22: 30 working days, 20 where the street confirms, 45 when extended', () => {
    const whole = (terms: readonly RunningTerm[]) => terms.find(({ name }) => name === 'whole')?.deadline.period.count
    expect(whole(accepted)).toBe(30)
    expect(whole(enterState([], 'ACCEPTED', '2025-09-30', { delegated: true, extended: false }, rules))).toBe(20)
    expect(whole(extend(accepted, rules))).toBe(45)
  })

  it('a posting can be closed, and must be, from the day after its last', () => {
    const posted = enter([], 'POSTING', '2025-10-09').filter(({ name }) => name === 'posting')
    expect(nearestDates(posted, calendar)).toEqual({ warnOn: '2025-10-17', dueOn: '2025-10-17' })
  })

  it('the nearest of the running terms is due', () => {
    expect(nearestDates(accepted, calendar)).toEqual({ warnOn: '2025-10-11', dueOn: '2025-10-11' })
    expect(nearestDates(endTerm(endTerm(accepted, 'whole', '2025-10-09'), 'investigationStart', '2025-10-09'), calendar)).toEqual({ warnOn: null, dueOn: null })
  })

  it('stand still together, but for the posted sheet; what begins meanwhile stands still too', () => {
    const standing = suspend(enter(accepted, 'POSTING', '2025-10-09'), '2025-10-13', '听证：等待听证')
    expect(suspendedSince(standing)).toBe('2025-10-13')
    const audited = enter(standing, 'SUBMITTED_BUREAU', '2025-10-20')
    expect(isRunning(audited, 'bureauAudit')).toBe(true)
    const due = (terms: readonly RunningTerm[], name: string) => terms.find((term) => term.name === name)?.deadline.dueOn
    const resumed = resume(audited, '2025-10-27', rules)
    expect(suspendedSince(resumed)).toBeNull()
    expect(due(resumed, 'posting')).toBe('2025-10-16')
    expect(due(resumed, 'bureauAudit')).toBe(calendar.addWorkingDays('2025-10-27', 10))
    expect(due(resumed, 'whole')).toBe(calendar.addWorkingDays(due(accepted, 'whole') ?? '', 10))
  })

  it('are periods: a parameter of another unit is refused', () => {
    expect(() => periodOf(rules.book, 'subsistence.standard.urban')).toThrow('is not a period')
  })
})
