import { Controller, Req, Res } from '@nestjs/common'
import type { Actor, RouteInput } from '@xishan/domain'
import { contract, type Me } from '@xishan/identity-contract'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RenewPassword } from '../passwords/renew-password'
import { ReadMe } from './me'
import { RefreshSession } from './refresh-session'
import { SessionCookies } from './session-cookies'
import type { OpenSession } from './sessions'
import { SignIn } from './sign-in'
import { FindSignInOptions } from './sign-in-options'
import { SignOut } from './sign-out'
import { From, type Visitor } from './visitor'

const { routes } = contract

@Controller()
export class SessionsController {
  constructor(
    private readonly options: FindSignInOptions,
    private readonly signInWith: SignIn,
    private readonly renew: RenewPassword,
    private readonly refresh: RefreshSession,
    private readonly end: SignOut,
    private readonly reader: ReadMe,
    private readonly cookies: SessionCookies,
  ) {}

  @Endpoint(routes.signInOptions)
  signInOptions() {
    return this.options.execute()
  }

  @Endpoint(routes.signIn)
  async signIn(@Input() { body }: RouteInput<typeof routes.signIn>, @From() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    return this.answer(reply, await this.signInWith.execute(body, visitor))
  }

  @Endpoint(routes.renewPassword)
  async renewPassword(@Input() { body }: RouteInput<typeof routes.renewPassword>, @From() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    return this.answer(reply, await this.renew.execute(body, visitor))
  }

  @Endpoint(routes.refreshSession)
  async refreshSession(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    return this.withToken(reply, this.cookies.secretOf(request))
  }

  @Endpoint(routes.signOut)
  async signOut(@Req() request: FastifyRequest, @From() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.end.here(this.cookies.secretOf(request), visitor)
    this.cookies.clear(reply)
  }

  @Endpoint(routes.signOutEverywhere)
  async signOutEverywhere(@Acting() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.end.everywhere(actor)
    this.cookies.clear(reply)
  }

  @Endpoint(routes.me)
  me(@Acting() actor: Actor): Promise<Me> {
    return this.reader.execute(actor.id, actor.sessionId)
  }

  private async answer(reply: FastifyReply, session: OpenSession): Promise<Me> {
    this.cookies.open(reply, session)
    return this.withToken(reply, session.secret)
  }

  private async withToken(reply: FastifyReply, secret: string | undefined): Promise<Me> {
    const { accountId, sessionId, token, endsAt } = await this.refresh.execute(secret)
    this.cookies.token(reply, token, endsAt)
    return this.reader.execute(accountId, sessionId)
  }
}
