import '@fastify/cookie'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIGURATION, TOKEN_COOKIE, type ServiceConfiguration } from '@xishan/service-kit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OpenSession } from './sessions'

export const SESSION_COOKIE = 'xs_session'
/** The session's secret travels to identity alone, the five-minute token to every service. */
const SESSION_PATH = '/api/identity'
const JOURNEY_COOKIE = 'xs_outside'
const JOURNEY_PATH = '/api/identity/outside'
const JOURNEY_SECONDS = 600

@Injectable()
export class SessionCookies {
  private readonly shared

  constructor(@Inject(CONFIGURATION) configuration: Pick<ServiceConfiguration, 'secureCookies'>) {
    this.shared = { httpOnly: true, sameSite: 'lax', secure: configuration.secureCookies } as const
  }

  open(reply: FastifyReply, { secret, endsAt }: Pick<OpenSession, 'secret' | 'endsAt'>): void {
    void reply.setCookie(SESSION_COOKIE, secret, { ...this.shared, path: SESSION_PATH, expires: endsAt })
  }

  /** The cookie outlives the token in it: a service then sees that it expired, and the browser knows to refresh. */
  token(reply: FastifyReply, token: string, endsAt: Date): void {
    void reply.setCookie(TOKEN_COOKIE, token, { ...this.shared, path: '/', expires: endsAt })
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(SESSION_COOKIE, { ...this.shared, path: SESSION_PATH })
    void reply.clearCookie(TOKEN_COOKIE, { ...this.shared, path: '/' })
  }

  secretOf(request: FastifyRequest): string | undefined {
    return request.cookies[SESSION_COOKIE]
  }

  /** Ties a sign-in at the outside issuer to the browser that began it. */
  journey(reply: FastifyReply, state: string): void {
    void reply.setCookie(JOURNEY_COOKIE, state, { ...this.shared, path: JOURNEY_PATH, maxAge: JOURNEY_SECONDS })
  }

  journeyOf(request: FastifyRequest): string | undefined {
    return request.cookies[JOURNEY_COOKIE]
  }

  clearJourney(reply: FastifyReply): void {
    void reply.clearCookie(JOURNEY_COOKIE, { ...this.shared, path: JOURNEY_PATH })
  }
}
