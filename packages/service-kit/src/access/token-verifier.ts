import { DomainProblem, type Actor } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { decodeJwt, type JWTVerifyGetKey } from 'jose'
import { TOKEN_KEYS } from '../service/tokens'
import { verifyAccessToken } from './access-token'

const REMEMBERED = 2000

/** Verifies each access token once and remembers it until it ends: a signature costs as much as the query it guards. */
@Injectable()
export class TokenVerifier {
  private readonly known = new Map<string, { actor: Actor; expiresAt: number }>()

  constructor(@Inject(TOKEN_KEYS) private readonly keys: JWTVerifyGetKey) {}

  /** @throws DomainProblem `token-expired` or `not-signed-in` */
  async actorOf(token: string): Promise<Actor> {
    const remembered = this.known.get(token)
    if (remembered && Date.now() < remembered.expiresAt) return remembered.actor
    if (remembered) {
      this.known.delete(token)
      throw new DomainProblem('token-expired')
    }
    const actor = await verifyAccessToken(token, this.keys)
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value ?? '')
    this.known.set(token, { actor, expiresAt: (decodeJwt(token).exp ?? 0) * 1000 })
    return actor
  }
}
