import { EventAnswer, EVENTS_AT_ONCE, type EventEnvelope } from '@xishan/domain'
import { divisions } from '@xishan/seeds'
import { benefitsInBulk } from '@xishan/social-assistance-service/testing/benefits-in-bulk'
import { Client } from 'pg'
import { z } from 'zod'
import { serveAsProcess, startLineProcess } from './batches/line-process'
import type { Benchmark, Measure } from './benchmark'
import { addDivisionsAndCases, prepareLine } from './lists/cases'
import { newIssuer } from './lists/tokens'

const RESIDENTS = 1_000_000
const IN_PAY = 60_000
const DEATHS = 20_000
/** Of the dead, in pay. */
const PAYEES = 200
const ROUNDS = 3

const thousands = (count: number): string => count.toLocaleString('en')
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

if (process.env['BENCHMARK_SERVES'] && process.send) await serveAsProcess()

/** Whoever is in pay has a household of his own; the other residents belong to none. */
const OTHER_RESIDENTS = `
  insert into household_member (household_id, id, division_code, position, name, relation, birth_date, document_type, document_number_sealed, document_masked, document_lookup, person_key, facts, counted, counted_because)
  select md5('other household ' || i)::uuid, md5('other ' || i)::uuid, ($2::text[])[1 + i * 7 % cardinality($2::text[])], 0, '居民' || i, '0', date '1960-01-01', '1', 'x', '', 'other-' || i, 'other-' || i, '{}', true, ''
  from generate_series(1, $1::bigint) i`

/** The matching as one would write it by hand: who of the list is a resident, and who of them is in pay. */
const BY_HAND = `
  select count(*), count(b.id) from unnest($1::text[], $2::date[]) as d (person_key, died_on)
    left join household_member h on h.person_key = d.person_key
    left join benefit_member m on m.person_key = d.person_key and (m.to_month is null or m.to_month >= to_char(d.died_on, 'YYYY-MM'))
    left join benefit b on b.id = m.benefit_id`

const keyOf = (n: number): string => (n % (DEATHS / PAYEES) === 0 ? `person-${1 + n}` : `other-${1 + n * 40}`)
const diedOn = (n: number): string => `2025-09-${String(1 + (n % 28)).padStart(2, '0')}`

const events = (): EventEnvelope[] =>
  Array.from({ length: DEATHS }, (_, n) => ({
    eventId: crypto.randomUUID(), type: 'person.died', occurredOn: diedOn(n), knownOn: '2025-09-30', source: 'funeral-management', personKey: keyOf(n), divisionCode: '530112',
    payload: { deathId: crypto.randomUUID(), revision: 1, diedOn: diedOn(n), source: 'POLICE' }, schemaVersion: 1,
  }))

/** What the line has no time for in one request it leaves unanswered: that is sent again. */
async function post(url: string, token: string, batch: readonly EventEnvelope[]): Promise<void> {
  const response = await fetch(`${url}/events`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(batch) })
  const answers = z.array(EventAnswer).parse(await response.json())
  const refused = answers.filter(({ outcome }) => outcome !== 'TAKEN')
  if (answers.length === 0 || refused.length > 0) throw new Error(`${url}: ${JSON.stringify(refused.slice(0, 3))}`)
  if (answers.length < batch.length) await post(url, token, batch.slice(answers.length))
}

/** As the other line sends them, in order, many in a request. */
async function secondsOf(url: string, token: string, all: readonly EventEnvelope[]): Promise<number> {
  const begun = performance.now()
  for (let from = 0; from < all.length; from += EVENTS_AT_ONCE) await post(url, token, all.slice(from, from + EVENTS_AT_ONCE))
  return (performance.now() - begun) / 1000
}

const benchmark: Benchmark = {
  title: `死亡比对：${thousands(DEATHS)} 条死亡信息，${thousands(RESIDENTS)} 名居民 (deaths against residents)`,
  async run({ databaseUrl, note }) {
    const urls = await prepareLine(databaseUrl)
    await addDivisionsAndCases(databaseUrl, 0)
    const client = new Client({ connectionString: databaseUrl, options: '-c search_path=social_assistance' })
    await client.connect()
    const sql = async <T>(text: string, parameters: unknown[] = []) => (await client.query(text, parameters)).rows as T[]
    const communities = divisions.filter(({ code }) => code.length === 12).map(({ code }) => code)
    note(`写入 ${thousands(RESIDENTS)} 名居民，其中 ${thousands(IN_PAY)} 户在保 (writing residents)`)
    await benefitsInBulk(sql, IN_PAY, { communities })
    await sql('set session_replication_role = replica')
    await sql(OTHER_RESIDENTS, [RESIDENTS - IN_PAY, communities])
    await sql('set session_replication_role = default')
    await sql('vacuum analyze')
    const { publicKey, serviceToken } = await newIssuer()
    const token = await serviceToken('funeral-management')
    const line = await startLineProcess(import.meta.filename, { appUrl: urls.app, publicKey })
    try {
      note('手写连接 (join by hand)')
      const byHand: number[] = []
      const keys = Array.from({ length: DEATHS }, (_, n) => keyOf(n))
      for (let round = 0; round < ROUNDS; round++) {
        const begun = performance.now()
        await sql(BY_HAND, [keys, keys.map((_, n) => diedOn(n))])
        byHand.push((performance.now() - begun) / 1000)
      }
      const all = events()
      const [ours, others] = [all.filter(({ personKey }) => personKey?.startsWith('person-')), all.filter(({ personKey }) => personKey?.startsWith('other-'))]
      note('接收不涉及在保人员的死亡信息 (deaths of nobody in pay)')
      await line.memory()
      const matching = await secondsOf(line.url, token, others)
      note('接收涉及在保人员的死亡信息 (deaths of people in pay)')
      const effects = await secondsOf(line.url, token, ours)
      const again = await secondsOf(line.url, token, all)
      const { before, peak } = await line.memory()
      const [held] = await sql<{ n: number }>(`select count(*)::int as n from benefit_hold where ground = 'DEATH'`)
      if (held?.n !== PAYEES) throw new Error(`${held?.n} of ${PAYEES} are held`)
      return [
        { what: '手写连接 (by hand)', value: median(byHand), unit: 's' },
        { what: `${thousands(others.length)} 条不涉及在保人员 (of nobody in pay)`, value: matching, unit: 's' },
        { what: `${PAYEES} 条涉及在保人员，含缓发和建议停发 (of people in pay, with their effects)`, value: effects, unit: 's' },
        { what: `${thousands(DEATHS)} 条全部 (all)`, value: matching + effects, unit: 's', atMost: 60 },
        { what: '全部重复一次 (all of them again)', value: again, unit: 's' },
        { what: '比对相对手写连接 (matching against the join by hand)', value: matching / median(byHand), unit: '' },
        { what: '全部相对手写连接 (all against the join by hand)', value: (matching + effects) / median(byHand), unit: '' },
        { what: '内存增长 (growth of memory)', value: (peak - before) / 1_000_000, unit: 'MB', atMost: 200 },
      ] satisfies Measure[]
    } finally {
      await line.stop()
      await client.end()
    }
  },
}

export default benchmark
