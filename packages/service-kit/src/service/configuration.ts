import { inputSentence } from '@xishan/domain'
import { z } from 'zod'

const address = (protocols: readonly string[], example: string) =>
  z.string('请填写地址').refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), `不是有效的地址，应形如 ${example}`)
const database = address(['postgres:', 'postgresql:'], 'postgres://角色:密码@主机:5432/数据库')
const service = address(['http:', 'https:'], 'https://主机/api/identity')

const PEER = /^([a-z-]+)=(https?:\/\/\S+)$/

/** Everything a service is told from outside. Nothing has a secret default. */
export const ServiceConfiguration = z.object({
  mode: z.enum(['demonstration', 'production'], '应为 production（生产）或 demonstration（演示）'),
  /** Connection of the role `<schema>_app`, which owns nothing. */
  databaseUrl: database,
  port: z.coerce.number('应为 0 至 65535 的整数').int('应为 0 至 65535 的整数').min(0, '应为 0 至 65535 的整数').max(65535, '应为 0 至 65535 的整数').default(8080),
  /** Origins whose pages may send state-changing requests, comma separated; the request's own host is always one. */
  publicOrigins: z.string().default('').transform((list) => list.split(',').map((origin) => origin.trim()).filter(Boolean)),
  /** Base address of identity, for its keys and service tokens. */
  identityUrl: service,
  /** Base addresses of the other services, `line=url` comma separated. */
  peers: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((entry) => entry.trim()).filter(Boolean))
    .refine((entries) => entries.every((entry) => PEER.test(entry)), '应为逗号分隔的“条线=地址”，例如 portal=https://主机/api/portal')
    .transform((entries): Record<string, string> => Object.fromEntries(entries.map((entry) => (PEER.exec(entry) ?? []).slice(1)))),
  /** Key ring of personal data: `id:hex,…`, the first one is current. */
  dataKeys: z.string().min(1),
  /** What files that leave the house are signed with: `id:hex`, an SM2 private key. Without it they carry their digest and say that they are unsigned. */
  signingKey: z.string().default(''),
  /** What this service proves itself with when it asks identity for a token. */
  serviceSecret: z.string().min(32, 'SERVICE_SECRET 至少 32 个字符'),
  /** Append-only file outside the database that receives the sealed audit roots. */
  sealsFile: z.string().min(1),
  /** Cookies are marked Secure; false only behind plain http on one machine. */
  secureCookies: z.stringbool('应为 true 或 false').default(true),
  /** Whose word about a request's address is believed: the gateway's. `loopback`, `uniquelocal` or addresses, comma separated. */
  trustedProxies: z.string().min(1).default('loopback'),
  demonstrationStart: z.iso.date().default('2025-09-30'),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Settings that only one line knows, passed through. */
  extra: z.record(z.string(), z.string().optional()).default({}),
})
export type ServiceConfiguration = z.output<typeof ServiceConfiguration>
export type ServiceSettings = z.input<typeof ServiceConfiguration>

/** Where a service on its own finds each setting. */
export const CONFIGURATION_VARIABLES: Record<Exclude<keyof ServiceSettings, 'extra'>, string> = {
  mode: 'MODE',
  databaseUrl: 'DATABASE_URL',
  port: 'PORT',
  publicOrigins: 'PUBLIC_ORIGINS',
  identityUrl: 'IDENTITY_URL',
  peers: 'PEERS',
  dataKeys: 'DATA_KEYS',
  signingKey: 'SIGNING_KEY',
  serviceSecret: 'SERVICE_SECRET',
  sealsFile: 'SEALS_FILE',
  secureCookies: 'SECURE_COOKIES',
  trustedProxies: 'TRUSTED_PROXIES',
  demonstrationStart: 'DEMONSTRATION_START',
  logLevel: 'LOG_LEVEL',
}

/** @throws Error with one sentence per variable that is missing or wrong. */
export function readConfiguration(env: NodeJS.ProcessEnv): ServiceConfiguration {
  const settings = Object.fromEntries(Object.entries(CONFIGURATION_VARIABLES).map(([key, variable]) => [key, env[variable]]))
  return parseConfiguration({ ...settings, extra: { ...env } })
}

export function parseConfiguration(settings: Record<string, unknown>): ServiceConfiguration {
  z.config({ localeError: inputSentence })
  const parsed = ServiceConfiguration.safeParse(settings)
  if (parsed.success) return parsed.data
  const variable = new Map<string, string>(Object.entries(CONFIGURATION_VARIABLES))
  const lines = parsed.error.issues.map((issue) => `${variable.get(String(issue.path[0])) ?? issue.path.join('.')}: ${issue.message}`)
  throw new Error(`配置有误，服务未启动 (configuration is not usable):\n  ${lines.join('\n  ')}`)
}
