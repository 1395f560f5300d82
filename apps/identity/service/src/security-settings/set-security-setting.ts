import { Injectable } from '@nestjs/common'
import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { SecuritySettingKey, SetSecuritySetting as Change } from '@xishan/identity-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { SecuritySetting } from './security-setting.entity'

@Injectable()
export class SetSecuritySetting {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, key: SecuritySettingKey, change: Change): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const known = await work.findOne(SecuritySetting, { key })
      if (known === null && change.version !== 0) throw new DomainProblem('not-found')
      const setting = known === null ? newSetting(key, actor) : await work.get(SecuritySetting, known.id, change.version)
      setting.set(change.value, change.reason, actor.name, work.now)
      return work.save(setting, 'set-security-setting')
    })
  }
}

function newSetting(key: SecuritySettingKey, by: Actor): SecuritySetting {
  const setting = new SecuritySetting()
  setting.key = key
  setting.divisionCode = by.scope
  return setting
}
