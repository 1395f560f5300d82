import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { codeOf, Refusal } from './refusal'

const ServiceSecrets = z.object({ app: z.string().min(20), migrator: z.string().min(20), service: z.string().min(32) })

const Secrets = z.object({
  /** Key ring of personal data, shared by all lines. */
  dataKeys: z.string().min(1),
  /** By line: the passwords of its two database roles, and what it proves itself with to identity. */
  services: z.record(z.string(), ServiceSecrets),
})
export type Secrets = z.infer<typeof Secrets>
export type ServiceSecrets = z.infer<typeof ServiceSecrets>

const password = (): string => randomBytes(24).toString('base64url')
const newKeyRing = (): string => `k${new Date().getFullYear()}:${randomBytes(32).toString('hex')}`

function read(file: string): Secrets | undefined {
  if (!existsSync(file)) return undefined
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Refusal(`密钥文件 ${file} 已损坏；没有它，已加密的数据无法读取。请从备份恢复，或用 npm start -- --reset 重新开始。`, 'the file of secrets is damaged')
  }
}

function write(file: string, secrets: Secrets): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.draft`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
    renameSync(`${file}.draft`, file)
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw new Refusal(`磁盘空间不足，无法写入 ${file}，请清理磁盘后重试。`, 'no space left on the disk')
    throw new Refusal(`无法写入 ${file}，请检查文件夹权限。`, `cannot write the file of secrets: ${codeOf(error)}`)
  }
}

/** Everything the embedded run keeps secret, made at random the first time and completed when a line is added. */
export function loadSecrets(file: string, lines: readonly string[]): Secrets {
  const known = read(file)
  const missing = lines.filter((line) => !known?.services[line])
  if (known && missing.length === 0) return known
  const added = missing.map((line) => [line, { app: password(), migrator: password(), service: randomBytes(32).toString('base64url') }])
  const secrets = { dataKeys: known?.dataKeys ?? newKeyRing(), services: { ...known?.services, ...Object.fromEntries(added) } }
  write(file, secrets)
  return secrets
}

/** Tells whether a database was filled under these keys, without telling the keys. */
export const fingerprint = ({ dataKeys }: Secrets): string => createHash('sha256').update(`xishan ${dataKeys}`).digest('hex').slice(0, 32)
