import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { addToMonth, type BenefitMonth } from '@xishan/domain'
import { openOffice as openFuneralOffice } from '@xishan/funeral-management-service/testing/office'
import type { TestService } from '@xishan/service-kit/testing'
import { openOffice, type Office } from '@xishan/social-assistance-service/testing/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dyingPayees, type Payee } from './dying-payees'
import { KillableLine } from './killable-line'
import { enterInAudit } from './made-up-audit'
import { PaidMonth } from './paid-month'
import { DATA_KEYS, LINES, ServiceProcess, freePort } from './service-process'
import { ToldDeaths, type Died } from './told-deaths'
import { Torment, numbersOf } from './torment'

/** `pnpm resilience` asks for fifty. */
const KILLS = Number(process.env['KILLS'] ?? 5)
/** The same seed kills at the same moments and lets the same people die on the same days. */
const SEED = Number(process.env['SEED'] ?? randomInt(1, 1_000_000))
/** Twenty-four die with each month, and a month is over before three kills are. */
const HOUSEHOLDS = Math.max(300, KILLS * 20)
const FIRST: BenefitMonth = '2025-09'
const NAMES = ['funeral-management', 'social-assistance'] as const

let funeral: TestService
let office: Office
let lines: Record<(typeof NAMES)[number], KillableLine>
let torment: Torment | undefined
let payees: Payee[]
const next = numbersOf(SEED)
const within = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))

describe.runIf(NAMES.every((name) => LINES.includes(name)))(`deaths are told and a month is paid by two services that are killed, SEED=${SEED}`, () => {
  beforeAll(async () => {
    funeral = await openFuneralOffice({}, { settings: { dataKeys: DATA_KEYS } })
    office = await openOffice({}, { settings: { dataKeys: DATA_KEYS } })
    payees = await dyingPayees(office, HOUSEHOLDS, FIRST)
    for (const table of ['household', 'benefit']) await enterInAudit(office, table)
    await office.sql(WITNESS)
    const ports = { 'funeral-management': await freePort(), 'social-assistance': await freePort() }
    const PEERS = NAMES.map((name) => `${name}=http://127.0.0.1:${ports[name]}/api/${name}`).join(',')
    lines = {
      'funeral-management': new KillableLine('funeral-management', funeral, DATA_KEYS, { PEERS, PORT: String(ports['funeral-management']) }),
      'social-assistance': new KillableLine('social-assistance', office, DATA_KEYS, { PEERS, PORT: String(ports['social-assistance']) }),
    }
    for (const name of NAMES) await lines[name].open()
  }, 120_000)

  afterAll(async () => {
    await torment?.end()
    for (const name of NAMES) await lines[name].close()
    await ServiceProcess.killAll()
    await office.close()
    await funeral.close()
  })

  it(`${KILLS} times: no death is lost, nobody is paid twice or after the death was known, what is claimed is what was paid`, { timeout: 120_000 + KILLS * 60_000 }, async () => {
    const told = new ToldDeaths(lines['funeral-management'])
    torment = new Torment(NAMES.map((name) => lines[name]), KILLS, next)
    let month = FIRST
    for (let rounds = 0; rounds < 2 || torment.kills < KILLS; rounds++, month = addToMonth(month, 1)) {
      if (rounds > 1) await advanceTo(`${addToMonth(month, -1)}-28`)
      await Promise.all([new PaidMonth(lines['social-assistance'], office.sql, month).pay(), dieDuring(month, told)])
      await expect.poll(undelivered, { timeout: 60_000 }).toBe(0)
    }
    await torment.end()
    expect(torment.kills).toBe(KILLS)
    await expect.poll(undelivered, { timeout: 60_000 }).toBe(0)
    await advanceTo(`${addToMonth(month, -1)}-02`)

    expect(await toldThere()).toHaveLength(told.told.length)
    expect(await knownHere()).toEqual(await toldThere())
    expect(await office.sql(`select * from exported_after_death`)).toEqual([])
    for (const wrong of [PAID_TWICE, DONE_TWICE, BOOKS_THAT_DIFFER]) expect(await office.sql(wrong)).toEqual([])
    expect(await byName(told.told, whatCameOf)).toEqual(await byName(told.told, due))
    expect(await office.sql(`select number from benefit where state <> 'NORMAL' and id <> all($1::uuid[])`, [told.told.map(({ payee }) => payee.benefitId)])).toEqual([])
    for (const name of NAMES) expect(await lines[name].auditHolds()).toMatchObject({ code: 0, output: expect.stringContaining('全部一致') })
  })
})

/** Some die, told of by the street, the hall, and in a list; a few at a time, while the month goes from desk to desk. */
async function dieDuring(month: BenefitMonth, told: ToldDeaths): Promise<void> {
  const dying = payees.splice(0, 24).map((payee): Died => ({ payee, diedOn: `${addToMonth(month, next() < 0.5 ? -1 : -2)}-${String(within(1, 28)).padStart(2, '0')}` }))
  for (const group of [dying.slice(0, 4), dying.slice(4, 8), dying.slice(8, 12)]) {
    await Promise.all(group.map((death, nth) => (nth % 2 === 0 ? told.register(death) : told.cremate(death))))
    await sleep(within(500, 2500))
  }
  await told.importList(dying.slice(12), `${addToMonth(month, -1)}-28`)
}

/** Both services follow the business date, and its daily work is done. */
const advanceTo = (businessDate: string) => Promise.all(NAMES.map((name) => lines[name].advanceTo(businessDate)))

/** At the very moment that a line goes into a file: is a death known that leaves nobody of its household? */
const WITNESS = `
  create table exported_after_death (line_id uuid, person_key text);
  create function witness_export() returns trigger language plpgsql security definer set search_path = social_assistance as $$
  begin
    insert into exported_after_death
    select l.id, m.person_key from disbursement_line l join benefit_member m on m.benefit_id = l.benefit_id join known_death d on d.person_key = m.person_key and d.state = 'KNOWN' and d.died_on < (l.month || '-01')::date
    where l.id = new.line_id and not exists (select from benefit_member other where other.benefit_id = l.benefit_id and other.member_id <> m.member_id);
    return null;
  end $$;
  create trigger witness_export after insert on disbursement_attempt for each row execute function witness_export()`

const PAID_TWICE = `
  select benefit_id::text, month from disbursement_line where state in ('PAID', 'REISSUED') group by benefit_id, month having count(*) > 1
  union all select line_id::text, 'attempts' from disbursement_attempt where state = 'PAID' group by line_id having count(*) > 1`

const DONE_TWICE = `
  select case_type, action, case_id::text from case_step where case_type <> 'disbursement_batch' group by case_type, action, case_id having count(*) > 1
  union all select 'hold', '', benefit_id::text from benefit_hold where lifted_on is null group by benefit_id having count(*) > 1`

const BOOKS_THAT_DIFFER = `
  select b.number from disbursement_batch b
    cross join lateral (select sum(pay_fen) filter (where state in ('PAID', 'REISSUED')) as paid, count(*) filter (where state not in ('PAID', 'REISSUED', 'HELD', 'CANCELLED')) as open from disbursement_line where batch_id = b.id) l
    cross join lateral (select sum(amount_fen) filter (where state = 'PAID') as sent, count(*) filter (where state = 'SENT') as open from disbursement_attempt where batch_id = b.id) a
  where b.state <> 'CLOSED' or l.paid <> a.sent or l.open + a.open > 0`

const undelivered = async () => (await funeral.sql<{ count: number }>(`select count(*)::int as count from outbox_delivery where line = 'social-assistance' and delivered_at is null`))[0]?.count

const toldThere = () => funeral.sql(`select id::text, person_key, died_on::text, revision from death order by id`)
const knownHere = () => office.sql(`select id::text, person_key, died_on::text, revision from known_death order by id`)

async function byName<T>(deaths: readonly Died[], of: (death: Died) => Promise<T>): Promise<Record<string, T>> {
  const found: Record<string, T> = {}
  for (const death of deaths) found[`${death.payee.name} ${death.diedOn}`] = await of(death)
  return found
}

interface Outcome {
  state: string
  holds: number
  stops: string[]
  tasks: string[]
  claims: Record<BenefitMonth, number>
  /** Paid months of which a person says how much is claimed. */
  toDecide: Record<BenefitMonth, number>
}

async function whatCameOf({ payee }: Died): Promise<Outcome | undefined> {
  const [found] = await office.sql<Outcome>(
    `select b.state, (select count(*)::int from benefit_hold where benefit_id = b.id and lifted_on is null) as holds, array(select state from benefit_change where benefit_id = b.id and kind = 'STOP') as stops,
            array(select kind || ' ' || state from death_task where benefit_id = b.id) as tasks,
            (select coalesce(jsonb_object_agg(month, fen), '{}') from (select e.month, sum(case e.kind when 'DUE' then e.amount_fen else -e.amount_fen end) as fen from recovery r join recovery_entry e on e.recovery_id = r.id and e.kind in ('DUE', 'REVERSED')
               where r.benefit_id = b.id group by e.month) claimed) as claims,
            (select coalesce(jsonb_object_agg(key, value), '{}') from recovery r, jsonb_each(r.open_months) where r.benefit_id = b.id and r.state = 'PROPOSED') as "toDecide"
     from benefit b where b.id = $1`,
    [payee.benefitId],
  )
  return found
}

/** Who was alone is held, to be stopped, and all that was paid after the death is claimed; who leaves a husband is a question to the street, and to the bureau where something was paid. */
async function due({ payee: { benefitId, isAlone }, diedOn }: Died): Promise<Outcome> {
  const [row] = await office.sql<{ paid: Record<BenefitMonth, number> }>(
    `select coalesce(jsonb_object_agg(month, amount_fen), '{}') as paid from disbursement_line where benefit_id = $1 and state in ('PAID', 'REISSUED') and month > to_char($2::date, 'YYYY-MM')`,
    [benefitId, diedOn],
  )
  const paid = row?.paid ?? {}
  return isAlone ? { state: 'HELD', holds: 1, stops: ['REPORTED'], tasks: [], claims: paid, toDecide: {} } : { state: 'NORMAL', holds: 0, stops: [], tasks: ['RECHECK AT_STREET'], claims: {}, toDecide: paid }
}
