import type { ServiceConfiguration } from '@xishan/service-kit'

type Given = Pick<ServiceConfiguration, 'extra' | 'serviceSecret'>

/** `SERVICE_SECRETS`: `portal=…,social-assistance=…`, what each other service proves itself with. Identity knows its own. */
export function serviceSecrets({ extra, serviceSecret }: Given): Record<string, string> {
  const others = (extra['SERVICE_SECRETS'] ?? '')
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map((entry): [string, string] => {
      const equals = entry.indexOf('=')
      return [entry.slice(0, equals).trim(), entry.slice(equals + 1).trim()]
    })
  return { ...Object.fromEntries(others), identity: serviceSecret }
}

const SHORTEST = 32
/** What a secret in a manual or an example looks like. */
const MADE_UP = /change|default|secret|example|password/i

/** Secrets that protect nothing, as sentences. */
export function serviceSecretFaults(given: Given): string[] {
  const secrets = Object.entries(serviceSecrets(given))
  const faults = secrets.filter(([, secret]) => secret.length < SHORTEST || MADE_UP.test(secret) || new Set(secret).size < 10).map(([service]) => `服务 ${service} 的密钥太短、是示例值或不够随机，请用 openssl rand -base64 36 生成。`)
  const distinct = new Set(secrets.map(([, secret]) => secret))
  return distinct.size < secrets.length ? [...faults, '各服务的密钥不得相同。'] : faults
}
