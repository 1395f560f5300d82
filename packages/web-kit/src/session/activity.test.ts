import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useIdleWatch } from './activity'

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

const MINUTE = 60_000
function watch() {
  const idle = useIdleWatch()
  const end = vi.fn<() => void>()
  const renew = vi.fn<() => void>()
  idle.start({ idleMinutes: 30, end, renew })
  return { idle, end, renew }
}

describe('a page nobody touches', () => {
  it('warns two minutes before, then ends the session once', () => {
    const { idle, end } = watch()
    vi.advanceTimersByTime(27 * MINUTE)
    expect(idle.secondsLeft.value).toBeUndefined()
    vi.advanceTimersByTime(1.5 * MINUTE)
    expect(idle.secondsLeft.value).toBe(90)
    vi.advanceTimersByTime(5 * MINUTE)
    expect(end).toHaveBeenCalledTimes(1)
  })

  it('goes on when somebody answers', () => {
    const { idle, end } = watch()
    vi.advanceTimersByTime(29 * MINUTE)
    idle.stay()
    vi.advanceTimersByTime(10 * MINUTE)
    expect(end).not.toHaveBeenCalled()
    expect(idle.secondsLeft.value).toBeUndefined()
    idle.stop()
  })

  it('counts work in another tab of the platform', () => {
    const { idle, end } = watch()
    vi.advanceTimersByTime(25 * MINUTE)
    localStorage.setItem('xs:last-active', String(Date.now()))
    vi.advanceTimersByTime(20 * MINUTE)
    expect(end).not.toHaveBeenCalled()
    idle.stop()
  })
})

it('a long typing without requests keeps the session alive', () => {
  const { idle, renew, end } = watch()
  for (let minute = 0; minute < 40; minute += 1) {
    window.dispatchEvent(new Event('keydown'))
    vi.advanceTimersByTime(MINUTE)
  }
  expect(renew.mock.calls.length).toBeGreaterThanOrEqual(7)
  expect(end).not.toHaveBeenCalled()
  idle.stop()
})
