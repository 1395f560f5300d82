import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '@xishan/service-kit'
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose'

export interface Issuer {
  publicKey: JWK
  /** A signed-in reader of the division, as identity would have issued it. */
  tokenFor(scope: string): Promise<string>
  /** Another service of the platform. */
  serviceToken(line: string): Promise<string>
}

export async function newIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const signed = (claims: Record<string, unknown>, subject: string) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'benchmark' }).setSubject(subject).setIssuer(TOKEN_ISSUER).setAudience(TOKEN_AUDIENCE).setExpirationTime('1h').sign(privateKey)
  return {
    publicKey: { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'benchmark' },
    tokenFor: (scope) => signed({ name: '基准测试', roles: [scope.length > 6 ? 'ST_REVIEWER' : 'BU_CLERK'], scope, kind: 'user', sid: 'benchmark' }, '00000000-0000-7000-8000-000000000001'),
    serviceToken: (line) => signed({ name: `系统（${line}）`, roles: ['SERVICE'], scope: '530112', kind: 'service' }, `service:${line}`),
  }
}
