import { ROLES, type Actor, type ParameterBook } from '@xishan/domain'
import { deathListLifecycle, type DeathPlace } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, newId, type JobProgress, type LongJob, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { DeathReport } from '../deaths/death-report.entity'
import { Death } from '../deaths/death.entity'
import { homeOf } from '../deaths/deceased-facts'
import { newDeath, tellAgain, type ToldDeath } from '../deaths/tell-death'
import type { DeathList } from './death-list.entity'
import { requireRun, type ListRun } from './list-run'

interface OpenRow {
  rowNumber: number
  name: string
  sex: string | null
  birthDate: string | null
  diedOn: string
  hukou: string
  masked: string
  sealed: string | null
  lookup: string | null
  personKey: string | null
  unknownKey: string | null
  facts: { place?: DeathPlace; certificateNumber?: string; certificateIssuer?: string }
}

interface Standing {
  id: string
  key: string
  state: string
  diedOn: string
  /** The source told this day before. */
  days: string[]
  lacksFacts: boolean
}

const CHUNK = 500

/**
 * Takes a list over: deaths, their events and how far it came stand in one transaction for each chunk, so that a run that was killed
 * goes on where it stopped. The earliest day comes first, whatever the order of the rows.
 */
@Injectable()
export class ApplyDeathList implements LongJob<ListRun> {
  readonly name = 'apply-death-list'
  readonly title = '登记死亡名单'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async run(actor: Actor, { listId, run }: ListRun, progress: JobProgress): Promise<void> {
    for (;;) {
      const { done, total, left } = await this.unitOfWork.perform(actor, async (work) => {
        const list = await requireRun(work, listId, run)
        const rows = await openRows(work, listId)
        if (rows.length === 0) return { done: list.appliedRows, total: list.rowCount, left: false }
        await this.takeOver(work, list, rows)
        list.appliedRows += rows.length
        await work.save(list, 'applyRows')
        return { done: list.appliedRows, total: list.rowCount, left: true }
      })
      await progress.report(done, total)
      if (!left) break
    }
    await this.unitOfWork.perform(actor, (work) => finish(work, listId, run))
  }

  private async takeOver(work: Work, list: DeathList, rows: readonly OpenRow[]): Promise<void> {
    const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
    const standing = await standingDeaths(work, list, rows)
    const numbers = await work.nextNumbers('FMD', new Set(rows.map(keyOf).filter((key) => !standing.has(key))).size)
    const opened = new Map<string, Death>()
    const again: OpenRow[] = []
    const outcome = new Map<number, string>()
    for (const row of rows) {
      const known = standing.get(keyOf(row))
      if (known || opened.has(keyOf(row))) again.push(row)
      else opened.set(keyOf(row), newDeath(toldBy(list, row), work.businessDate, work.actor.name, numbers[opened.size] ?? ''))
      outcome.set(row.rowNumber, known?.id ?? opened.get(keyOf(row))?.id ?? '')
    }
    await openDeaths(work, list, [...opened.values()])
    await this.tellAgain(work, list, again, { opened, standing, book })
    await work.query(`update death_list_row r set applied = true, death_id = o.death from unnest($2::int[], $3::uuid[]) o(row, death) where r.list_id = $1 and r.row_number = o.row`, [list.id, [...outcome.keys()], [...outcome.values()]])
  }

  /** Most say what is known: those are only noted. A death that changes by what is told is changed one by one. */
  private async tellAgain(work: Work, list: DeathList, rows: readonly OpenRow[], { opened, standing, book }: { opened: ReadonlyMap<string, Death>; standing: ReadonlyMap<string, Standing>; book: ParameterBook }): Promise<void> {
    const noted: DeathReport[] = []
    for (const row of rows) {
      const known = standing.get(keyOf(row))
      const own = opened.get(keyOf(row))
      if (own && own.diedOn === row.diedOn) continue
      if (known && known.days.includes(row.diedOn)) continue
      if (known && known.diedOn === row.diedOn && known.state !== 'REPORTED' && !(known.lacksFacts && row.facts.certificateNumber)) {
        known.days.push(row.diedOn)
        noted.push(reportOf(work, list, known.id, row.hukou, row.diedOn))
        continue
      }
      await tellAgain(work, await work.get(Death, known?.id ?? own?.id ?? ''), toldBy(list, row), book)
    }
    await work.insert(DeathReport, noted)
  }
}

const keyOf = ({ lookup, unknownKey }: OpenRow): string => lookup ?? unknownKey ?? ''

const openRows = (work: Work, listId: string): Promise<OpenRow[]> =>
  work.query(
    `select row_number as "rowNumber", name, sex, birth_date::text as "birthDate", died_on::text as "diedOn", hukou_division_code as hukou, document_masked as masked, document_number_sealed as sealed,
            document_lookup as lookup, person_key as "personKey", unknown_key as "unknownKey", facts
     from death_list_row where list_id = $1 and not applied and finding <> 'FAULTY' order by died_on, row_number limit ${CHUNK}`,
    [listId],
  )

/** Waits for whoever tells of one of these people at this moment; always in one order, so that nobody waits in a circle. */
async function standingDeaths(work: Work, list: DeathList, rows: readonly OpenRow[]): Promise<Map<string, Standing>> {
  const keys = [...new Set(rows.map(keyOf))].sort()
  await work.query(`select pg_advisory_xact_lock(hashtext('death ' || key)) from (select key from unnest($1::text[]) key order by key) k`, [keys])
  const found = await work.query<Standing>(
    `select d.id, coalesce(d.document_lookup, d.unknown_key) as key, d.state, d.died_on::text as "diedOn", d.certificate_number = '' as "lacksFacts",
            array(select r.died_on::text from death_report r where r.death_id = d.id and r.source = $2) as days
     from death d where (d.document_lookup = any($1) or d.unknown_key = any($1)) and d.state not in ('REVOKED', 'DISMISSED')`,
    [keys, list.source],
  )
  return new Map(found.map((death) => [death.key, death]))
}

const toldBy = (list: DeathList, row: OpenRow): ToldDeath => ({
  person: {
    deceasedName: row.name, sex: row.sex, birthDate: row.birthDate, ethnicity: null, hukouDivisionCode: row.hukou, divisionCode: homeOf(row.hukou), unknownKey: row.unknownKey,
    documentType: row.lookup ? '1' : null, documentNumberSealed: row.sealed, documentMasked: row.masked === '' ? null : row.masked, documentLookup: row.lookup, personKey: row.personKey,
  },
  diedOn: row.diedOn,
  source: list.source,
  reference: list.number,
  facts: row.facts,
  listId: list.id,
})

const reportOf = (work: Work, list: DeathList, deathId: string, hukou: string, diedOn: string): DeathReport =>
  Object.assign(new DeathReport(), { id: newId(), deathId, divisionCode: homeOf(hukou), source: list.source, diedOn, reference: list.number, reportedBy: work.actor.name, reportedOn: work.businessDate })

/** Set-wise what `tellDeath` does for one: row, first step, report and event. */
async function openDeaths(work: Work, list: DeathList, deaths: Death[]): Promise<void> {
  if (deaths.length === 0) return
  for (const death of deaths) Object.assign(death, { state: death.personKey ? 'REGISTERED' : 'UNIDENTIFIED', stateSince: work.businessDate })
  const events = deaths.map((death) => ({ ...death.tell(), divisionCode: death.divisionCode }))
  await work.saveMany(deaths, 'register', list.number)
  await work.query(
    `insert into case_step (id, case_type, case_id, seq, division_code, action, from_state, to_state, actor_id, actor_name, actor_roles, at, business_date, input)
     select gen_random_uuid(), 'death', d.id, 1, d.division, case d.state when 'REGISTERED' then 'register' else 'registerUnidentified' end, null, d.state, $4, $5, $6, $7, $8, $9
     from unnest($1::uuid[], $2::text[], $3::text[]) d(id, division, state)`,
    [
      deaths.map(({ id }) => id), deaths.map(({ divisionCode }) => divisionCode), deaths.map(({ state }) => state), work.actor.id, work.actor.name, work.actor.roles.map((role) => ROLES[role]), work.now, work.businessDate,
      JSON.stringify({ source: list.source, reference: list.number }),
    ],
  )
  await work.insert(DeathReport, deaths.map((death) => reportOf(work, list, death.id, death.hukouDivisionCode, death.diedOn)))
  await work.publishAll(events)
}

/** The list is over: whoever watches the source is told up to which day it is covered. */
async function finish(work: Work, listId: string, run: string): Promise<void> {
  const list = await requireRun(work, listId, run)
  const [open] = await work.query<{ rows: number }>(`select count(distinct d.id)::int as rows from death_list_row r join death d on d.id = r.death_id where r.list_id = $1 and d.state = 'UNIDENTIFIED'`, [listId])
  const action = (open?.rows ?? 0) > 0 ? 'finishWithRest' : 'finish'
  await work.take(list, deathListLifecycle, action)
  Object.assign(list, { appliedOn: work.businessDate, run: null })
  await work.save(list, action, { event: { type: 'death-list.received', payload: { source: list.source, coversTo: list.coversTo, rows: list.rowCount } } })
}
