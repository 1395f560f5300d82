import { Inject, Injectable } from '@nestjs/common'
import type { SignInOptions } from '@xishan/identity-contract'
import { BusinessClock, CONFIGURATION, type ServiceConfiguration } from '@xishan/service-kit'
import { outsideSettings } from '../outside-issuer/outside-settings'
import { CurrentSettings } from '../security-settings/current-settings'

/** What the sign-in page may offer. */
@Injectable()
export class FindSignInOptions {
  constructor(
    private readonly clock: BusinessClock,
    private readonly settings: CurrentSettings,
    @Inject(CONFIGURATION) private readonly configuration: ServiceConfiguration,
  ) {}

  async execute(): Promise<SignInOptions> {
    const outside = outsideSettings(this.configuration)
    return {
      password: true,
      outsideIssuer: outside ? { title: outside.title } : null,
      demonstration: this.clock.isDemonstration,
      businessDate: await this.clock.today(),
      passwordRules: await this.settings.passwordRules(),
    }
  }
}
