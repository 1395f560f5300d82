import { createHash } from 'node:crypto'
import type { Work } from '@xishan/service-kit'
import { normaliseUsername } from '../accounts/normalise-username'
import type { Settings } from '../security-settings/current-settings'

export interface Failures {
  failures: number
  lastAt: Date
  lockedUntil: Date | null
}

type LockOutSettings = Pick<Settings, 'lock-out.failures' | 'lock-out.minutes'>

const MINUTE = 60_000
const NONE: Failures = { failures: 0, lastAt: new Date(0), lockedUntil: null }

/** Whole minutes until the name may try again; 0 when it may now. */
export const minutesLocked = ({ lockedUntil }: Pick<Failures, 'lockedUntil'>, now: Date): number =>
  lockedUntil ? Math.max(0, Math.ceil((lockedUntil.getTime() - now.getTime()) / MINUTE)) : 0

/** One failure more. The count starts anew once the locking time has passed without any. */
export function afterFailure(before: Failures, settings: LockOutSettings, now: Date): Failures {
  const span = settings['lock-out.minutes'] * MINUTE
  const failures = now.getTime() - before.lastAt.getTime() > span ? 1 : before.failures + 1
  return { failures, lastAt: now, lockedUntil: failures >= settings['lock-out.failures'] ? new Date(now.getTime() + span) : null }
}

/** Not the name itself: people type their password into the wrong field. */
export const failureKey = (username: string): string => createHash('sha256').update(normaliseUsername(username)).digest('hex')

/**
 * The standing of a name, locked until the end of the transaction: guesses sent at once are judged one after another, so the
 * one that happens to be right counts for nothing once the limit is reached.
 */
export async function failuresOf(work: Work, key: string): Promise<Failures> {
  await work.query(`insert into sign_in_failure (name_hash, failures, last_at) values ($1, 0, $2) on conflict do nothing`, [key, NONE.lastAt])
  const [row] = await work.query<Failures>(
    `select failures, last_at as "lastAt", locked_until as "lockedUntil" from sign_in_failure where name_hash = $1 for update`,
    [key],
  )
  return row ?? NONE
}

/** Counts one failure more and says how it stands then. */
export async function countFailure(work: Work, key: string, settings: LockOutSettings): Promise<Failures> {
  const after = afterFailure(await failuresOf(work, key), settings, work.now)
  await work.query(`update sign_in_failure set failures = $2, last_at = $3, locked_until = $4 where name_hash = $1`, [key, after.failures, after.lastAt, after.lockedUntil])
  return after
}

export async function forgetFailures(work: Work, key: string): Promise<void> {
  await work.query(`delete from sign_in_failure where name_hash = $1`, [key])
}
