import { BusinessClock, CIPHERS, DISTRICT, DivisionNames, Reads, UnitOfWork, documentLookup, type Ciphers, type JobProgress, type LongJob, type Work } from '@xishan/service-kit'
import type { Actor } from '@xishan/domain'
import { deathListLifecycle, type RowFinding } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { unknownKeyOf } from '../deaths/deceased-facts'
import { listFile, rowsBelow } from './list-file'
import { requireRun, type ListRun } from './list-run'
import { readListRow, type ReadPerson } from './read-list-row'

interface KnownDeath {
  number: string
  diedOn: string
}
interface EarlierRow {
  row: number
  diedOn: string | null
}

/** Reads a list and compares each row with the deaths that are known and with the rows before it. Broken off, it begins anew. */
@Injectable()
export class CheckDeathList implements LongJob<ListRun> {
  readonly name = 'check-death-list'
  readonly title = '比对死亡名单'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async run(actor: Actor, { listId, run }: ListRun, progress: JobProgress): Promise<void> {
    const today = await this.clock.today()
    const names = await this.divisions.on(today)
    const list = await this.unitOfWork.perform(actor, async (work) => {
      await work.query(`delete from death_list_row where list_id = $1`, [listId])
      return requireRun(work, listId, run)
    })
    const bytes = await listFile.read((sql, parameters) => this.reads.query(actor, sql, parameters), this.ciphers, listId)
    const seen = new Map<string, EarlierRow>()
    let rowCount = 0
    for await (const rows of rowsBelow(bytes, list.headRow)) {
      const people = rows.map((row) => readListRow(row, { source: list.source, columns: list.columns, heads: list.heads, names, today }))
      await this.unitOfWork.perform(actor, async (work) => {
        await requireRun(work, listId, run)
        await this.writeRows(work, listId, people, seen)
      })
      rowCount += rows.length
      await progress.report(rowCount)
    }
    await this.unitOfWork.perform(actor, async (work) => {
      const checked = await requireRun(work, listId, run)
      await work.take(checked, deathListLifecycle, 'finishCheck')
      Object.assign(checked, { rowCount, run: null })
      await work.save(checked, 'finishCheck')
    })
    await progress.report(rowCount, rowCount)
  }

  private async writeRows(work: Work, listId: string, people: readonly ReadPerson[], seen: Map<string, EarlierRow>): Promise<void> {
    const keyed = people.map((person) => ({ person, ...this.keysOf(person) }))
    const known = await knownDeaths(work, keyed.map(({ lookup, unknownKey }) => lookup ?? unknownKey))
    const judged = keyed.map(({ person, lookup, unknownKey }) => {
      const key = lookup ?? unknownKey
      const verdict = judge(person, known.get(key), seen.get(key))
      if (person.faults.length === 0 && !seen.has(key)) seen.set(key, { row: person.rowNumber, diedOn: person.diedOn })
      return {
        rowNumber: person.rowNumber, name: person.name, sex: person.sex, birthDate: person.birthDate, diedOn: person.diedOn, hukou: person.hukouDivisionCode, masked: person.masked, converted: person.converted, facts: person.facts,
        sealed: person.number && this.ciphers.encrypt(person.number), lookup, personKey: person.number && this.ciphers.personKey('1', person.number), unknownKey: lookup ? null : unknownKey, ...verdict,
      }
    })
    await work.query(
      `insert into death_list_row (list_id, row_number, division_code, name, sex, birth_date, died_on, hukou_division_code, document_masked, document_number_sealed, document_lookup, person_key, unknown_key, converted, facts, finding, messages)
       select $1, "rowNumber", $2, name, sex, "birthDate", "diedOn", hukou, masked, sealed, lookup, "personKey", "unknownKey", converted, facts, finding, array(select jsonb_array_elements_text(messages))
       from jsonb_to_recordset($3::jsonb) as r("rowNumber" int, name text, sex text, "birthDate" date, "diedOn" date, hukou text, masked text, sealed text, lookup text, "personKey" text, "unknownKey" text, converted boolean, facts jsonb, finding text, messages jsonb)`,
      [listId, DISTRICT, JSON.stringify(judged)],
    )
  }

  private keysOf({ number, name, birthDate, diedOn, asWritten }: ReadPerson): { lookup: string | null; unknownKey: string } {
    return { lookup: number && documentLookup(this.ciphers, { type: '1', number }), unknownKey: unknownKeyOf(this.ciphers, { name, birthDate, diedOn: diedOn ?? '', asWritten }) }
  }
}

/** What a row is, beside what is known and what stood above it. */
export function judge({ diedOn, number, faults, remarks }: Pick<ReadPerson, 'diedOn' | 'number' | 'faults' | 'remarks'>, known: KnownDeath | undefined, earlier: EarlierRow | undefined): { finding: RowFinding; messages: string[] } {
  const say = (finding: RowFinding, ...more: string[]) => ({ finding, messages: [...faults, ...remarks, ...more] })
  if (faults.length > 0) return say('FAULTY')
  if (earlier) return earlier.diedOn === diedOn ? say('REPEATED', `与第 ${earlier.row} 行相同`) : say('CONFLICT', `第 ${earlier.row} 行为同一人，死亡日期为 ${earlier.diedOn}`)
  if (known) return known.diedOn === diedOn ? say('KNOWN', `已登记（${known.number}）`) : say('CONFLICT', `已登记的死亡日期为 ${known.diedOn}（${known.number}）`)
  return say(number === null ? 'UNIDENTIFIED' : 'NEW')
}

async function knownDeaths(work: Work, keys: readonly string[]): Promise<ReadonlyMap<string, KnownDeath>> {
  const rows = await work.query<KnownDeath & { key: string }>(
    `select coalesce(document_lookup, unknown_key) as key, number, died_on::text as "diedOn" from death
     where (document_lookup = any($1) or unknown_key = any($1)) and state not in ('REVOKED', 'DISMISSED')`,
    [keys],
  )
  return new Map(rows.map(({ key, number, diedOn }) => [key, { number, diedOn }]))
}
