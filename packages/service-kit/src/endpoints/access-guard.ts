import { DomainProblem, LINE_PERMISSIONS, mayCall, type Actor, type Route } from '@xishan/domain'
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { TOKEN_COOKIE } from '../access/access-token'
import { TokenVerifier } from '../access/token-verifier'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'
import type { GuardedRequest } from './endpoint'
import { routeOf } from './route-of'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Who is it, does the request come from our own pages, and may this role do this. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'publicOrigins'>,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<GuardedRequest>()
    const route = routeOf(context.getHandler())
    if (!route) throw new DomainProblem('not-permitted')
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!bearer && !SAFE.has(request.method)) this.requireOwnOrigin(request, route)
    if (route.may === 'anyone') return true
    const token = bearer ?? request.cookies[TOKEN_COOKIE]
    if (!token) throw new DomainProblem('not-signed-in')
    request.actor = await this.verifier.actorOf(token)
    if (!this.isAllowed(route, request.actor)) throw new DomainProblem('not-permitted')
    return true
  }

  private isAllowed(route: Route, actor: Actor): boolean {
    if (route.may === 'service') return actor.kind === 'service'
    if (route.may === 'signed-in') return true
    return mayCall({ ...LINE_PERMISSIONS, ...this.definition.contract.permissions }, route.may, actor.roles)
  }

  /** Browsers name the page a state-changing request comes from; other pages' requests are refused, and so are those that name none. */
  private requireOwnOrigin(request: GuardedRequest, route: Route): void {
    const { origin, host } = request.headers
    if (origin ? this.configuration.publicOrigins.includes(origin) || URL.parse(origin)?.host === host : request.headers['sec-fetch-site'] === 'same-origin') return
    if (!origin && route.may === 'anyone' && !request.headers.cookie) return
    throw new DomainProblem('foreign-origin')
  }
}
