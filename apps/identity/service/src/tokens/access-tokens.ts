import { Injectable } from '@nestjs/common'
import type { Role } from '@xishan/domain'
import { SignJWT } from 'jose'
import { ALGORITHM, SigningKeys } from './signing-keys'

export const TOKEN_SECONDS = 300
const ISSUER = 'xishan-identity'
const AUDIENCE = 'xishan'

export interface TokenClaims {
  sub: string
  name: string
  username: string
  roles: readonly Role[]
  scope: string
  kind: 'user' | 'service'
  /** The session of a user. */
  sid?: string
}

/** Signs what every service believes for the next five minutes. */
@Injectable()
export class AccessTokens {
  constructor(private readonly keys: SigningKeys) {}

  async sign({ sub, ...claims }: TokenClaims): Promise<string> {
    const { kid, privateKey } = await this.keys.current()
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
      .setSubject(sub)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_SECONDS}s`)
      .sign(privateKey)
  }
}
