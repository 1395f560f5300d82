import type { Actor, Saved } from '@xishan/domain'
import { BusinessClock, CIPHERS, DivisionNames, Reads, readSheetRows, type Ciphers, type JobProgress, type LongJob, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { PlaceFinder } from './find-place'
import { judgeNext } from './judge-rows'
import { isMeant } from './look-into-roster'
import { requireColumns } from './map-roster'
import { RosterDesk, type RosterRun } from './roster-desk'
import { rosterFile } from './roster-file'
import type { RosterCounts, RosterImport } from './roster-import.entity'
import type { RowReading } from './roster-row'
import { prepareRows, writeRows } from './write-rows'

/** Where a resumed run goes on: the last row that was stored and the household it belongs to; then the last household that was judged. */
interface Checkpoint {
  row: number
  above: string
  judged: string | null
  done: number
}

/** Rows of a transaction; sealing them keeps the others waiting for some 20 ms. */
const ROWS = 200

@Injectable()
export class StartRosterCheck {
  constructor(@Inject(RosterDesk) private readonly desk: RosterDesk) {}

  execute(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.desk.start(actor, id, version, 'check', CheckRoster, (_, roster) => {
      requireColumns(roster)
      roster.uncheck()
    })
  }

  /** The run itself notices between two chunks. */
  stop(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.desk.take(actor, id, version, 'stopCheck', async (work, roster) => {
      roster.stop()
      await dropRows(work, roster)
    })
  }
}

/**
 * Reads every row of a roster, seals it, and judges household by household: chunks of a transaction each. Killed at any moment it goes on
 * where it was; broken off it leaves no row.
 */
@Injectable()
export class CheckRoster implements LongJob<RosterRun> {
  readonly name = 'check-roster'
  readonly title = '核验名册'

  constructor(
    @Inject(RosterDesk) private readonly desk: RosterDesk,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  run(actor: Actor, run: RosterRun, progress: JobProgress): Promise<void> {
    return this.desk.orStop(run, 'stopCheck', dropRows, () => this.check(actor, run, progress))
  }

  private async check(actor: Actor, run: RosterRun, progress: JobProgress): Promise<void> {
    const roster = await this.desk.begin(actor, run)
    const reached = progress.checkpoint<Checkpoint>()
    if (!reached) await this.desk.chunk(actor, run, (work) => dropRows(work, roster))
    const read = reached?.judged != null ? reached : await this.read(actor, run, roster, progress, reached)
    let { judged, done } = read
    for (;;) {
      await progress.report(done, roster.rowCount * 2)
      const after: string = judged ?? ''
      const next = await this.desk.chunk(actor, run, (work) => judgeNext(work, roster, after, this.ciphers))
      if (!next) break
      judged = next.after
      done += next.rows
      await progress.saveCheckpoint({ ...read, judged, done } satisfies Checkpoint)
    }
    await this.desk.finish(run, 'finishCheck', async (work, own) => own.finishCheck(work.businessDate, await countsOf(work, own.id)))
  }

  /** Stores the rows behind those that a run before stored. */
  private async read(actor: Actor, run: RosterRun, roster: RosterImport, progress: JobProgress, reached: Checkpoint | undefined): Promise<Checkpoint> {
    const bytes = await rosterFile.read((sql, parameters) => this.reads.query(actor, sql, parameters), this.ciphers, roster.id)
    const reading = await this.readingOf(roster)
    let place = reached ?? { row: roster.headRow, above: '', judged: null, done: 0 }
    for await (const batch of readSheetRows(bytes)) {
      const rows = batch.filter((row) => row.number > place.row && isMeant(row))
      for (let from = 0; from < rows.length; from += ROWS) {
        const part = rows.slice(from, from + ROWS)
        const prepared = prepareRows(part, reading, place.above, roster, this.ciphers)
        await this.desk.chunk(actor, run, (work) => writeRows(work, prepared.rows))
        place = { row: part.at(-1)?.number ?? place.row, above: prepared.above, judged: null, done: place.done + part.length }
        await progress.saveCheckpoint(place satisfies Checkpoint)
        await progress.report(place.done, roster.rowCount * 2)
      }
    }
    return { ...place, judged: '' }
  }

  private async readingOf({ kind, columns, heads }: RosterImport): Promise<RowReading> {
    const today = await this.clock.today()
    return { kind, columns, heads, places: new PlaceFinder(await this.divisions.on(today)), today }
  }
}

async function dropRows(work: Work, { id }: Pick<RosterImport, 'id'>): Promise<void> {
  await work.query('set local statement_timeout = 0')
  await work.query(`delete from roster_row where import_id = $1`, [id])
}

async function countsOf(work: Work, id: string): Promise<RosterCounts> {
  const [counts] = await work.query<RosterCounts>(
    `select count(distinct household_key)::int as "householdCount", count(distinct household_key) filter (where outcome = 'NEW')::int as "newCount",
            count(distinct household_key) filter (where outcome = 'UNCHANGED')::int as "unchangedCount", count(distinct household_key) filter (where outcome = 'PROBLEM')::int as "refusedCount",
            coalesce(sum(jsonb_array_length(problems)), 0)::int as "problemCount",
            coalesce(sum(people) filter (where outcome = 'NEW'), 0)::int as "newPeople", coalesce(sum(amount_fen) filter (where outcome = 'NEW'), 0)::float8 as "newFen"
     from roster_row where import_id = $1`,
    [id],
  )
  if (!counts) throw new RangeError(`no counts of roster ${id}`)
  return counts
}
