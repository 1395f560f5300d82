import { Inject, Injectable, Logger } from '@nestjs/common'
import { DomainProblem } from '@xishan/domain'
import { CONFIGURATION, type ServiceConfiguration } from '@xishan/service-kit'
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, fetchUserInfo, randomNonce,
  randomPKCECodeVerifier, randomState, type Configuration,
} from 'openid-client'
import { outsideSettings, type OutsideSettings } from './outside-settings'

/** What one sign-in has to keep until the browser comes back. */
export interface Journey {
  state: string
  nonce: string
  verifier: string
}

/** Whom the issuer vouches for. */
export interface OutsideIdentity {
  issuer: string
  subject: string
  preferredUsername: string | undefined
}

/** The configured OpenID Connect issuer: authorization code flow with PKCE, state and nonce. */
@Injectable()
export class OutsideIssuer {
  private readonly logger = new Logger('outside-issuer')
  private discovered: Promise<Configuration> | undefined
  private readonly settings: OutsideSettings | undefined
  private readonly mayUseHttp: boolean

  constructor(@Inject(CONFIGURATION) configuration: ServiceConfiguration) {
    this.settings = outsideSettings(configuration)
    this.mayUseHttp = configuration.mode === 'demonstration'
  }

  /** The issuer's page for this journey. @throws DomainProblem `outside-issuer-off`, `outside-issuer-unreachable` */
  async begin(): Promise<{ address: string; journey: Journey }> {
    const { config, settings } = await this.known()
    const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
    const address = buildAuthorizationUrl(config, {
      redirect_uri: settings.redirectUri.href,
      scope: 'openid profile',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href, journey }
  }

  /** Redeems what the browser brought back. @throws DomainProblem `outside-sign-in-failed` when it is not what was begun */
  async finish(search: string, journey: Journey): Promise<OutsideIdentity> {
    const { config, settings } = await this.known()
    const current = new URL(settings.redirectUri)
    current.search = search
    try {
      const tokens = await authorizationCodeGrant(config, current, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new TypeError('the issuer sent no identity token')
      const name = claims['preferred_username'] ?? (await fetchUserInfo(config, tokens.access_token, claims.sub)).preferred_username
      return { issuer: claims.iss, subject: claims.sub, preferredUsername: typeof name === 'string' ? name : undefined }
    } catch (error) {
      this.logger.warn(`sign-in by the outside issuer failed: ${error instanceof Error ? error.message : 'unknown'}`)
      throw new DomainProblem('outside-sign-in-failed')
    }
  }

  private async known(): Promise<{ config: Configuration; settings: OutsideSettings }> {
    const { settings } = this
    if (!settings) throw new DomainProblem('outside-issuer-off')
    this.discovered ??= discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, {
      ...(this.mayUseHttp ? { execute: [allowInsecureRequests] } : {}),
      timeout: 5,
    })
    try {
      return { config: await this.discovered, settings }
    } catch (error) {
      this.discovered = undefined
      this.logger.warn(`the outside issuer does not answer: ${error instanceof Error ? error.message : 'unknown'}`)
      throw new DomainProblem('outside-issuer-unreachable')
    }
  }
}
