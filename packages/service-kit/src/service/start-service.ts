import { migrate } from '../database/migrate'
import { auditReportText, verifyServiceAudit } from '../seals'
import { readConfiguration } from './configuration'
import { createServiceApp } from './create-app'
import type { ServiceDefinition } from './define-service'

/**
 * The entry of a service on its own: `node main.js` serves; with MIGRATOR_DATABASE_URL, `node main.js migrate` brings its schema
 * up to date and `node main.js verify-audit` checks its audit against SEALS_FILE. Ends with one sentence and exit code 1 when it cannot.
 */
export async function startService(definition: ServiceDefinition): Promise<void> {
  try {
    if (process.argv[2] === 'migrate') return await migrateOnly(definition)
    if (process.argv[2] === 'verify-audit') return await verifyOnly(definition)
    const configuration = readConfiguration(process.env)
    const service = await createServiceApp(definition, configuration)
    await service.app.listen({ port: configuration.port, host: '0.0.0.0' })
    await service.startJobs()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close().then(() => process.exit(0)))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

async function migrateOnly(definition: ServiceDefinition): Promise<void> {
  await migrate(definition, required('MIGRATOR_DATABASE_URL', '请填写 *_migrator 角色的连接地址'))
}

async function verifyOnly(definition: ServiceDefinition): Promise<void> {
  const migratorUrl = required('MIGRATOR_DATABASE_URL', '请填写 *_migrator 角色的连接地址')
  const report = await verifyServiceAudit(definition, migratorUrl, required('SEALS_FILE', '请填写封存文件的位置'))
  process.stdout.write(`${auditReportText(definition.contract.title, report)}\n`)
  if (report.breaks.length > 0) process.exitCode = 1
}

function required(variable: string, advice: string): string {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} 未设置：${advice}。`)
  return value
}
