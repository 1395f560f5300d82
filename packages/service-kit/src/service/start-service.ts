import { open } from 'node:fs/promises'
import { requireDatabase } from '../database/connect'
import { migrate } from '../database/migrate'
import { auditReportText, verifyServiceAudit } from '../seals'
import { readConfiguration } from './configuration'
import { createServiceApp } from './create-app'
import { schemaOf, type ServiceDefinition } from './define-service'
import { firstLoad } from './first-load'

/**
 * The entry of a service on its own: `node main.js` serves, `node main.js first-load <folder>` gives a new house its data; with MIGRATOR_DATABASE_URL, `node main.js migrate` brings its schema
 * up to date and `node main.js verify-audit` checks its audit against SEALS_FILE. Ends with one sentence and exit code 1 when it cannot.
 */
export async function startService(definition: ServiceDefinition): Promise<void> {
  try {
    if (process.argv[2] === 'migrate') return await migrateOnly(definition)
    if (process.argv[2] === 'verify-audit') return await verifyOnly(definition)
    if (process.argv[2] === 'first-load') return await firstLoad(definition, process.argv[3] ?? 'first-load', (sentence) => process.stdout.write(`${sentence}\n`))
    const configuration = readConfiguration(process.env)
    await requireDatabase(configuration.databaseUrl, schemaOf(definition.contract.line), 'DATABASE_URL')
    await requireSealsFile(configuration.sealsFile)
    const service = await createServiceApp(definition, configuration)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close().then(() => process.exit(0)))
    await service.app.listen({ port: configuration.port, host: '0.0.0.0' })
    await service.startJobs()
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(1)
  }
}

async function migrateOnly(definition: ServiceDefinition): Promise<void> {
  await migrate(definition, await migratorUrlFor(definition))
}

async function verifyOnly(definition: ServiceDefinition): Promise<void> {
  const report = await verifyServiceAudit(definition, await migratorUrlFor(definition), required('SEALS_FILE', '请填写封存文件的位置'))
  process.stdout.write(`${auditReportText(definition.contract.title, report)}\n`)
  if (report.breaks.length > 0) process.exitCode = 1
}

async function migratorUrlFor({ contract }: ServiceDefinition): Promise<string> {
  const url = required('MIGRATOR_DATABASE_URL', '请填写 *_migrator 角色的连接地址')
  await requireDatabase(url, schemaOf(contract.line), 'MIGRATOR_DATABASE_URL')
  return url
}

async function requireSealsFile(path: string): Promise<void> {
  try {
    await (await open(path, 'a')).close()
  } catch (error) {
    throw new Error(`SEALS_FILE：不能写入 ${path}（${error instanceof Error ? error.message : String(error)}），请核对目录和权限。`, { cause: error })
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return `PORT：端口 ${'port' in error ? String(error.port) : ''} 已被占用，请换一个端口或停止占用它的程序。`
  return error instanceof Error ? error.message : String(error)
}

function required(variable: string, advice: string): string {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} 未设置：${advice}。`)
  return value
}
