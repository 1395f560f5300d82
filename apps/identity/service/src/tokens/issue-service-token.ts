import { createHash, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { DomainProblem } from '@xishan/domain'
import type { ServiceToken } from '@xishan/identity-contract'
import { CONFIGURATION, serviceActor, type ServiceConfiguration } from '@xishan/service-kit'
import { AccessTokens, TOKEN_SECONDS } from './access-tokens'
import { serviceSecrets } from './service-secrets'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

@Injectable()
export class IssueServiceToken {
  private readonly secrets: ReadonlyMap<string, Buffer>

  constructor(
    private readonly tokens: AccessTokens,
    @Inject(CONFIGURATION) configuration: ServiceConfiguration,
  ) {
    this.secrets = new Map(Object.entries(serviceSecrets(configuration)).map(([service, secret]) => [service, digest(secret)]))
  }

  /** @throws DomainProblem `service-refused`, the same for an unknown name and a wrong secret */
  async execute({ service, secret }: { service: string; secret: string }): Promise<ServiceToken> {
    const known = this.secrets.get(service)
    const isRight = timingSafeEqual(known ?? digest(''), digest(secret))
    if (!known || !isRight) throw new DomainProblem('service-refused')
    const { id, name, roles, scope } = serviceActor(service)
    return { token: await this.tokens.sign({ sub: id, name, username: service, roles, scope, kind: 'service' }), expiresInSeconds: TOKEN_SECONDS }
  }
}
