import { Injectable } from '@nestjs/common'
import { SECURITY_SETTINGS, type PasswordRules, type SecuritySettingKey } from '@xishan/identity-contract'
import { Reads } from '@xishan/service-kit'
import { IDENTITY } from '../identity-actor'

export type Settings = Record<SecuritySettingKey, number>

/** The settings of sign-in as they stand now: what was set, else the default. */
@Injectable()
export class CurrentSettings {
  constructor(private readonly reads: Reads) {}

  async read(): Promise<Settings> {
    const set = await this.reads.query<{ key: SecuritySettingKey; value: number }>(IDENTITY, `select key, value from security_setting`)
    const chosen = new Map(set.map(({ key, value }) => [key, value]))
    const valueOf = (key: SecuritySettingKey): number => chosen.get(key) ?? SECURITY_SETTINGS[key].value
    return {
      'password.min-length': valueOf('password.min-length'),
      'password.min-classes': valueOf('password.min-classes'),
      'password.history': valueOf('password.history'),
      'password.max-age': valueOf('password.max-age'),
      'lock-out.failures': valueOf('lock-out.failures'),
      'lock-out.minutes': valueOf('lock-out.minutes'),
      'session.idle-minutes': valueOf('session.idle-minutes'),
      'session.max-hours': valueOf('session.max-hours'),
      'sign-in.failures-per-minute': valueOf('sign-in.failures-per-minute'),
    }
  }

  async passwordRules(): Promise<PasswordRules> {
    return passwordRulesOf(await this.read())
  }
}

export const passwordRulesOf = (settings: Settings): PasswordRules => ({
  minLength: settings['password.min-length'],
  minClasses: settings['password.min-classes'],
  history: settings['password.history'],
  maxAgeDays: settings['password.max-age'],
})
