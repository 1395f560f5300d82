import { DomainProblem } from '@xishan/domain'
import type { Work } from '@xishan/service-kit'
import { Account } from '../accounts/account.entity'
import type { Settings } from '../security-settings/current-settings'
import { countFailure, failureKey, failuresOf, minutesLocked } from '../sessions/lock-out'
import { Refused } from '../sessions/credential-check'
import { verifyPassword } from './password-hash'

/**
 * The signed-in person's own account, after the password was given again. Wrong ones count towards the lock-out, so that a
 * desk left open is no place to guess.
 */
export async function provenOwner(work: Work, password: string, settings: Settings): Promise<Account | Refused> {
  const account = await work.get(Account, work.actor.id)
  const key = failureKey(account.username)
  const minutes = minutesLocked(await failuresOf(work, key), work.now)
  if (minutes > 0) return new Refused(new DomainProblem('locked-out', { minutes }))
  if (await verifyPassword(account.passwordHash, password)) return account
  await countFailure(work, key, settings)
  return new Refused(new DomainProblem('current-password-wrong', {}, [{ field: 'password', message: '密码不正确' }]))
}
