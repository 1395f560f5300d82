import { Reads } from '@xishan/service-kit'
import { someone } from '@xishan/service-kit/testing'
import { ApplicationQuery } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationPage } from '../applications/application-list'
import { owedOn } from '../indicators/coverage-conditions'
import { taskLists } from '../tasks/task-lists'
import { openOffice, staff, type Office } from '../testing/office'

const CASES = 20_000
let office: Office

beforeAll(async () => {
  office = await openOffice()
  await office.sql(`set session_replication_role = replica`)
  await office.sql(
    `insert into application (id, version, division_code, audit_head, audit_seq, number, state, state_since, due_on, warn_on, applicant_name, document_masked, member_count, residence, entry,
       submitted_on, accepted_on, decided_on, separately_registered, reported, related_account_ids, delegated, terms)
     select gen_random_uuid(), 1, '530112' || lpad((1 + n % 10)::text, 3, '0') || lpad((1 + (n / 10) % 11)::text, 3, '0'), 'h' || n, 1, 'XS-SA-' || (2016 + n / 2000) || '-' || lpad((n % 2000)::text, 6, '0'),
       case when n % 50 = 0 then (array['SUBMITTED', 'INVESTIGATING', 'OPINION', 'SIGNED'])[1 + (n / 50) % 4] else 'CONFIRMED' end, date '2016-01-01' + n / 6,
       case when n % 50 = 0 then date '2025-09-20' + (n / 50) % 40 end, case when n % 50 = 0 then date '2025-09-10' + (n / 50) % 40 end,
       substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨', 1 + n % 16, 1) || substr('伟芳娜秀英敏静丽强磊军洋', 1 + (n / 16) % 12, 1) || substr('伟芳娜秀英敏静丽强磊军洋', 1 + (n / 192) % 12, 1),
       '530112********0021', 1, 'URBAN', 'HOUSEHOLD', date '2016-01-01' + n / 6, date '2016-01-01' + n / 6, case when n % 50 <> 0 then date '2016-02-01' + n / 6 end, false, false, '{}', false, '[]'
     from generate_series(0, ${CASES - 1}) n`,
  )
  await office.sql(`insert into search_term (subject, subject_id, number, term, division_code)
    select 'application', id, number, term, division_code from application, search_terms_of(applicant_name, number) term where term is not null`)
  await office.sql(`set session_replication_role = default`)
  await office.sql('vacuum analyze')
})
afterAll(() => office.close())

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

/** Tables that a statement would read from end to end, as the service's own role under row security. */
async function wholeTables(scope: string, sql: string, parameters: unknown[]): Promise<string[]> {
  const [row] = await office.app.get(Reads).query<{ 'QUERY PLAN': [{ Plan: Plan }] }>({ scope }, `explain (format json) ${sql}`, parameters)
  const found: string[] = []
  const visit = (node: Plan) => {
    if (node['Node Type'] === 'Seq Scan' && node['Relation Name']) found.push(node['Relation Name'])
    node.Plans?.forEach(visit)
  }
  if (row) visit(row['QUERY PLAN'][0].Plan)
  return found.filter((table) => table === 'application' || table === 'search_term')
}

const deep = (...parts: string[]) => Buffer.from(parts.join('|')).toString('base64url')
const readers = [staff.approver, staff.clerk, someone('COMMUNITY', '530112003004')]

describe.each(readers.map((reader) => [reader.scope, reader] as const))('with %s', (scope, reader) => {
  it.each([
    {}, { after: deep('XS-SA-2017-000100') }, { state: 'CONFIRMED', after: deep('XS-SA-2017-000100') }, { state: 'OPINION' }, { open: 'true' }, { light: 'red' }, { light: 'yellow' },
    { sort: 'due' }, { sort: 'due', after: deep('2025-10-01', 'XS-SA-2017-000100') }, { sort: 'due', after: deep('', 'XS-SA-2017-000100') }, { mine: 'true' }, { division: '530112003004' },
    { q: '赵' }, { q: '伟芳' }, { q: '赵伟芳' }, { q: '000123' }, { q: '123' }, { q: 'XS-SA-2020-0001' }, { q: '不存在的人' }, { q: '秀', division: '530112003' }, { q: '秀', sort: 'due' },
  ])('the list %o reads no table from end to end', async (query) => {
    const { sql, parameters } = applicationPage(reader, ApplicationQuery.parse({ limit: 20, ...query }), '2025-09-30')
    expect(await wholeTables(scope, sql, [...parameters, 21])).toEqual([])
  })

  it('neither do the tasks, nor the count of those who are owed', async () => {
    for (const list of taskLists) {
      const statement = list.statement(reader)
      if (statement) expect(await wholeTables(scope, statement.sql, statement.parameters), statement.sql).toEqual([])
    }
    const owed = owedOn('2025-11-30')
    expect(await wholeTables(scope, `select count(*) from application a where ${owed}`, owed.parameters)).toEqual([])
  })
})
