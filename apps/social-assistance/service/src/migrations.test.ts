import { UnitOfWork, serviceActor } from '@xishan/service-kit'
import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { service as definition } from './index'

let service: TestService
beforeAll(async () => {
  service = await startTestService(definition)
})
afterAll(() => service.close())

it.each(definition.entities.map((entity) => [entity.name, entity] as const))('holds every column of %s', async (_, entity) => {
  const rows = await service.app.get(UnitOfWork).perform(serviceActor('social-assistance'), (work) => work.find<object>(entity, {}))
  expect(rows).toEqual([])
})

it('guards every table that has a division', async () => {
  const open = await service.sql(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'division_code'
     where n.nspname = 'social_assistance' and c.relkind = 'r' and not c.relrowsecurity`,
  )
  expect(open).toEqual([])
})
