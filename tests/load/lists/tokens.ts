import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '@xishan/service-kit'
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose'

export interface Issuer {
  publicKey: JWK
  /** A signed-in reader of the division, as identity would have issued it. */
  tokenFor(scope: string): Promise<string>
}

export async function newIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  return {
    publicKey: { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'benchmark' },
    tokenFor: (scope) =>
      new SignJWT({ name: '基准测试', roles: [scope.length > 6 ? 'ST_REVIEWER' : 'BU_CLERK'], scope, kind: 'user', sid: 'benchmark' })
        .setProtectedHeader({ alg: 'ES256', kid: 'benchmark' })
        .setSubject('00000000-0000-7000-8000-000000000001')
        .setIssuer(TOKEN_ISSUER)
        .setAudience(TOKEN_AUDIENCE)
        .setExpirationTime('1h')
        .sign(privateKey),
  }
}
