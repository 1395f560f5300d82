import { Inject, Injectable } from '@nestjs/common'
import { decodeJwt } from 'jose'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'

/** This service's own access token, asked of identity and renewed before it ends. */
@Injectable()
export class ServiceTokens {
  private token: string | undefined
  private expiresAt = 0

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'identityUrl' | 'serviceSecret'>,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
  ) {}

  async current(): Promise<string> {
    if (this.token && Date.now() < this.expiresAt - 30_000) return this.token
    const response = await fetch(`${this.configuration.identityUrl}/service-tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: this.definition.contract.line, secret: this.configuration.serviceSecret }),
      signal: AbortSignal.timeout(3000),
    })
    if (!response.ok) throw new Error(`identity answered ${response.status} to a request for a service token`)
    const { token } = (await response.json()) as { token: string }
    this.token = token
    this.expiresAt = (decodeJwt(token).exp ?? 0) * 1000
    return token
  }
}
