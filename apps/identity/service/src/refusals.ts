import type { ServiceConfiguration, SqlRun } from '@xishan/service-kit'
import { outsideFaults } from './outside-issuer/outside-settings'
import { serviceSecretFaults } from './tokens/service-secrets'

/** Why identity must not start with this configuration and this database. Production knows no default secret and no demonstration account. */
export async function refusals(configuration: ServiceConfiguration, run: SqlRun): Promise<string[]> {
  const faults = outsideFaults(configuration)
  if (configuration.mode !== 'production') return faults
  const [found] = await run<{ accounts: string }>(`select demonstration_accounts() as accounts`)
  const accounts = Number(found?.accounts ?? 0)
  return [
    ...faults,
    ...serviceSecretFaults(configuration),
    ...(configuration.secureCookies ? [] : ['正式环境的会话 Cookie 必须标记 Secure：请取消 SECURE_COOKIES=false。']),
    ...(accounts > 0 ? [`数据库中有 ${accounts} 个演示账号，正式环境不能启动。请使用全新的数据库。`] : []),
  ]
}
