import { Controller, Req, Res } from '@nestjs/common'
import { DomainProblem, type RouteInput } from '@xishan/domain'
import { contract, SIGN_IN_PROBLEM } from '@xishan/identity-contract'
import { Endpoint, Input } from '@xishan/service-kit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RefreshSession } from '../sessions/refresh-session'
import { SessionCookies } from '../sessions/session-cookies'
import { From, type Visitor } from '../sessions/visitor'
import { Journeys } from './journeys'
import { OutsideIssuer } from './outside-issuer'
import { SignInFromOutside } from './sign-in-from-outside'

const { routes } = contract

@Controller()
export class OutsideIssuerController {
  constructor(
    private readonly issuer: OutsideIssuer,
    private readonly journeys: Journeys,
    private readonly signIn: SignInFromOutside,
    private readonly refresh: RefreshSession,
    private readonly cookies: SessionCookies,
  ) {}

  @Endpoint(routes.beginOutsideSignIn)
  async beginOutsideSignIn(@Input() { body }: RouteInput<typeof routes.beginOutsideSignIn>, @Res({ passthrough: true }) reply: FastifyReply) {
    const { address, journey } = await this.issuer.begin()
    await this.journeys.store(journey, body.returnTo)
    this.cookies.journey(reply, journey.state)
    return { address }
  }

  /** A page the browser is sent to, so that it answers with another page, whatever happened. */
  @Endpoint(routes.finishOutsideSignIn)
  async finishOutsideSignIn(
    @Input() { query }: RouteInput<typeof routes.finishOutsideSignIn>,
    @Req() request: FastifyRequest,
    @From() visitor: Visitor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const target = await this.finished(query.state, request, visitor, reply).catch((error: unknown) => {
      if (error instanceof DomainProblem) return `/?${SIGN_IN_PROBLEM}=${error.code}`
      throw error
    })
    await reply.redirect(target, 303)
  }

  /** Only the browser that began it may finish it: the state stands in its cookie too. */
  private async finished(state: string | undefined, request: FastifyRequest, visitor: Visitor, reply: FastifyReply): Promise<string> {
    const begun = state !== undefined && state === this.cookies.journeyOf(request) ? await this.journeys.take(state) : undefined
    this.cookies.clearJourney(reply)
    if (!begun) throw new DomainProblem('outside-sign-in-failed')
    const identity = await this.issuer.finish(new URL(request.url, 'http://callback').search, begun.journey)
    const session = await this.signIn.execute(identity, visitor)
    const { token, endsAt } = await this.refresh.execute(session.secret)
    this.cookies.open(reply, session)
    this.cookies.token(reply, token, endsAt)
    return begun.returnTo
  }
}
