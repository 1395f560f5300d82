import { addDays } from '@xishan/domain'
import { shanghaiDate } from '@xishan/service-kit'
import type { Settings } from '../security-settings/current-settings'

export interface PasswordAge {
  passwordSetAt: Date
  passwordIssued: boolean
  demonstration: boolean
}

type Age = Pick<Settings, 'password.max-age'>

/** System date on which the password is no longer good; null for demonstration accounts, which nobody could renew for everybody. */
export const expiresOn = (age: Pick<PasswordAge, 'passwordSetAt' | 'demonstration'>, settings: Age): string | null =>
  age.demonstration ? null : addDays(shanghaiDate(age.passwordSetAt), settings['password.max-age'])

/** Issued by an administrator, or too old. */
export function mustChange(age: PasswordAge, settings: Age, now: Date): boolean {
  const expiry = expiresOn(age, settings)
  return age.passwordIssued || (expiry !== null && shanghaiDate(now) >= expiry)
}
