import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DataSource } from 'typeorm'
import { service as definition } from './index'

let service: TestService
beforeAll(async () => {
  service = await startTestService(definition)
})
afterAll(() => service.close())

it('makes a column for each property of each entity, and none that no entity has', async () => {
  const { entityMetadatas } = service.app.get(DataSource)
  for (const entity of entityMetadatas) {
    const rows = await service.sql<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = 'social_assistance' and table_name = $1`, [entity.tableName])
    expect(rows.map((row) => row.column_name).sort(), entity.tableName).toEqual(entity.columns.map((column) => column.databaseName).sort())
  }
})

it('guards every table that has a division', async () => {
  const open = await service.sql(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'division_code'
     where n.nspname = 'social_assistance' and c.relkind = 'r' and not c.relrowsecurity`,
  )
  expect(open).toEqual([])
})
