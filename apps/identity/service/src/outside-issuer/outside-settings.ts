import type { ServiceConfiguration } from '@xishan/service-kit'

/** An outside OpenID Connect issuer, in use once OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are given. */
export interface OutsideSettings {
  issuer: URL
  clientId: string
  clientSecret: string
  /** What the button says. */
  title: string
  /** Where the issuer sends the browser back to; registered there. */
  redirectUri: URL
}

type Given = Pick<ServiceConfiguration, 'extra' | 'publicOrigins'>

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
const CALLBACK = '/api/identity/outside/callback'

const redirectAddress = ({ extra, publicOrigins: [origin] }: Given): string | undefined => extra['OIDC_REDIRECT_URI'] ?? (origin && origin + CALLBACK)

/** Undefined when no issuer is configured. */
export function outsideSettings(given: Given): OutsideSettings | undefined {
  const [issuer, clientId, clientSecret] = NAMES.map((name) => given.extra[name])
  const redirect = redirectAddress(given)
  if (!issuer || !clientId || !clientSecret || !redirect) return undefined
  return { issuer: new URL(issuer), clientId, clientSecret, redirectUri: new URL(redirect), title: given.extra['OIDC_TITLE'] ?? '统一身份认证登录' }
}

/** Why these settings cannot be used, as sentences. */
export function outsideFaults(given: Given & Pick<ServiceConfiguration, 'mode'>): string[] {
  const missing = NAMES.filter((name) => !given.extra[name])
  if (missing.length === NAMES.length) return []
  if (missing.length > 0) return [`统一身份登录配置不完整，缺少 ${missing.join('、')}。`]
  const redirect = redirectAddress(given)
  if (!redirect) return ['统一身份登录需要 PUBLIC_ORIGINS 或 OIDC_REDIRECT_URI，才知道登录后返回的网址。']
  return [addressFault('OIDC_ISSUER', given.extra['OIDC_ISSUER'] ?? '', given.mode), addressFault('OIDC_REDIRECT_URI', redirect, given.mode)].filter((fault) => fault !== undefined)
}

function addressFault(name: string, text: string, mode: ServiceConfiguration['mode']): string | undefined {
  const address = URL.parse(text)
  if (!address) return `${name} 不是有效的网址。`
  return mode === 'production' && address.protocol !== 'https:' ? `${name} 在正式环境中必须使用 https。` : undefined
}
