import { ref } from 'vue'

const LAST_ACTIVE = 'xs:last-active'
const NOTE_EVERY_MS = 5000
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** When somebody last did something here, in any of the platform's tabs. */
function lastActive(): number {
  return Number(localStorage.getItem(LAST_ACTIVE) ?? 0)
}

export function noteActivity(now = Date.now()): void {
  if (now - lastActive() > NOTE_EVERY_MS) localStorage.setItem(LAST_ACTIVE, String(now))
}

export interface IdleRules {
  idleMinutes: number
  /** Ends the session: nobody answered the warning. */
  end(): void
  /** Tells identity that somebody is at work though no request went out for a while. */
  renew(): void
}

const WARN_SECONDS = 120
const RENEW_MS = 4 * 60_000

/** Warns two minutes before a forgotten page is signed out, and keeps a session alive while somebody types for long. */
export function useIdleWatch() {
  const secondsLeft = ref<number>()
  let stop: (() => void) | undefined

  function start({ idleMinutes, end, renew }: IdleRules): void {
    stop?.()
    noteActivity()
    let renewedAt = Date.now()
    const note = () => {
      if (secondsLeft.value === undefined) noteActivity()
    }
    const check = () => {
      const now = Date.now()
      const left = Math.round((lastActive() + idleMinutes * 60_000 - now) / 1000)
      secondsLeft.value = left <= WARN_SECONDS ? Math.max(left, 0) : undefined
      if (left <= 0) {
        stop?.()
        end()
      } else if (lastActive() > renewedAt && now - renewedAt > RENEW_MS) {
        renewedAt = now
        renew()
      }
    }
    const timer = setInterval(check, 1000)
    for (const name of EVENTS) window.addEventListener(name, note, { passive: true })
    stop = () => {
      clearInterval(timer)
      for (const name of EVENTS) window.removeEventListener(name, note)
      secondsLeft.value = undefined
      stop = undefined
    }
  }

  function stay(): void {
    noteActivity()
    secondsLeft.value = undefined
  }

  return { secondsLeft, start, stay, stop: () => stop?.() }
}
