import { Controller } from '@nestjs/common'
import type { Actor, RouteInput } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { FindSecuritySettings } from './find-security-settings'
import { SetSecuritySetting } from './set-security-setting'

const { routes } = contract

@Controller()
export class SecuritySettingsController {
  constructor(
    private readonly find: FindSecuritySettings,
    private readonly set: SetSecuritySetting,
  ) {}

  @Endpoint(routes.securitySettings)
  securitySettings(@Acting() actor: Actor) {
    return this.find.execute(actor)
  }

  @Endpoint(routes.setSecuritySetting)
  setSecuritySetting(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.setSecuritySetting>) {
    return this.set.execute(actor, params.key, body)
  }
}
