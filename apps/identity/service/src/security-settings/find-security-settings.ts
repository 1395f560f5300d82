import { Injectable } from '@nestjs/common'
import type { Actor } from '@xishan/domain'
import { SECURITY_SETTINGS, SECURITY_SETTING_KEYS, type SecuritySetting, type SecuritySettingKey } from '@xishan/identity-contract'
import { Reads } from '@xishan/service-kit'

interface Row {
  key: SecuritySettingKey
  version: number
  value: number
  setByName: string
  effectiveFrom: Date
}

@Injectable()
export class FindSecuritySettings {
  constructor(private readonly reads: Reads) {}

  async execute(actor: Actor): Promise<{ rows: SecuritySetting[] }> {
    const rows = await this.reads.query<Row>(actor, `select key, version, value, set_by_name as "setByName", effective_from as "effectiveFrom" from security_setting`)
    return { rows: SECURITY_SETTING_KEYS.map((key) => standing(key, rows.find((row) => row.key === key))) }
  }
}

function standing(key: SecuritySettingKey, set: Row | undefined): SecuritySetting {
  const { title, unit, value, min, max, source } = SECURITY_SETTINGS[key]
  return {
    key,
    title,
    unit,
    min,
    max,
    source,
    sourceMark: 'assumption',
    version: set?.version ?? 0,
    value: set?.value ?? value,
    setByName: set?.setByName ?? null,
    effectiveFrom: set?.effectiveFrom.toISOString() ?? null,
  }
}
