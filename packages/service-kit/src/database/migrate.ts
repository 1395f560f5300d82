import { PgBoss } from 'pg-boss'
import { QUEUES } from '../jobs/queues'
import { schemaOf, type ServiceDefinition } from '../service/define-service'
import { connect, dataSource } from './connect'
import { EventDeliveryTables } from '../events/event-delivery.sql'
import { KitTables } from './kit-migration'

const JOBS = '_jobs'
export const jobsSchema = (schema: string): string => schema + JOBS

/** Brings a service's schema up to date as its migrator. Two at once wait for each other. */
export async function migrate(definition: Pick<ServiceDefinition, 'contract' | 'entities' | 'migrations'>, migratorUrl: string): Promise<void> {
  const schema = schemaOf(definition.contract.line)
  const turn = await connect(migratorUrl, schema)
  try {
    await turn.query('select pg_advisory_lock(hashtext($1))', [`migrate ${schema}`])
    const source = dataSource(migratorUrl, schema, [], [KitTables, EventDeliveryTables, ...definition.migrations])
    await source.initialize()
    try {
      await source.runMigrations()
    } finally {
      await source.destroy()
    }
    await migrateJobs(migratorUrl, schema)
    const jobs = jobsSchema(schema)
    await turn.query(`grant usage on schema ${jobs} to ${schema}_app`)
    await turn.query(`grant select, insert, update, delete on all tables in schema ${jobs} to ${schema}_app`)
    await turn.query(`grant usage on all sequences in schema ${jobs} to ${schema}_app`)
    await turn.query(`grant execute on all functions in schema ${jobs} to ${schema}_app`)
  } finally {
    await turn.end()
  }
}

async function migrateJobs(migratorUrl: string, schema: string): Promise<void> {
  const boss = new PgBoss({ connectionString: migratorUrl, schema: jobsSchema(schema), max: 1, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const queue of QUEUES) if (!(await boss.getQueue(queue.name))) await boss.createQueue(queue.name, queue.options)
  } finally {
    await boss.stop({ graceful: false })
  }
}
