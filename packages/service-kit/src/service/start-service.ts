import { migrate } from '../database/migrate'
import { readConfiguration } from './configuration'
import { createServiceApp } from './create-app'
import type { ServiceDefinition } from './define-service'

/**
 * The entry of a service on its own: `node main.js` serves, `node main.js migrate` brings its schema up to date with
 * MIGRATOR_DATABASE_URL. Ends with one sentence and exit code 1 when it cannot.
 */
export async function startService(definition: ServiceDefinition): Promise<void> {
  try {
    if (process.argv[2] === 'migrate') return await migrateOnly(definition)
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
  const url = process.env['MIGRATOR_DATABASE_URL']
  if (!url) throw new Error('MIGRATOR_DATABASE_URL 未设置：请填写 *_migrator 角色的连接地址。')
  await migrate(definition, url)
}
