import { DomainProblem, ROLE_CODES, type Actor, type Role } from '@xishan/domain'
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

export const TOKEN_ISSUER = 'xishan-identity'
export const TOKEN_AUDIENCE = 'xishan'
export const TOKEN_COOKIE = 'xs_token'

const Claims = z.object({
  sub: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLE_CODES as [Role, ...Role[]])),
  scope: z.string().regex(/^\d{6}(\d{3}){0,2}$/),
  kind: z.enum(['user', 'service']),
  sid: z.string().optional(),
})

/** @throws DomainProblem `token-expired` or `not-signed-in` */
export async function verifyAccessToken(token: string, keys: JWTVerifyGetKey): Promise<Actor> {
  try {
    const { payload } = await jwtVerify(token, keys, { issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE })
    const { sub, sid, ...claims } = Claims.parse(payload)
    return { id: sub, ...claims, ...(sid ? { sessionId: sid } : {}) }
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new DomainProblem('token-expired')
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) throw new DomainProblem('not-signed-in')
    throw error
  }
}
