import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import { BusinessClock, CIPHERS, DivisionNames, ParameterBooks, type Ciphers, type JobProgress, type LongJob, type Work } from '@xishan/service-kit'
import { OTHER_SCHEME } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { QueryFailedError } from 'typeorm'
import { PlaceFinder } from './find-place'
import { RosterDesk, type RosterRun } from './roster-desk'
import { rosterFile } from './roster-file'
import type { RosterImport } from './roster-import.entity'
import { closeMissing, takeOverEntitlements } from './take-over-entitlements'
import { takeOverHouseholds } from './take-over-households'

@Injectable()
export class StartRosterApply {
  constructor(@Inject(RosterDesk) private readonly desk: RosterDesk) {}

  /** @throws DomainProblem `roster-list-outdated` */
  execute(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.desk.start(actor, id, version, 'apply', ApplyRoster, requireNewest)
  }

  /** What was taken over stays; the rest may be taken over later. */
  stop(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.desk.take(actor, id, version, 'stopApply', async (work, roster) => {
      roster.stop()
      await countApplied(work, roster)
    })
  }
}

/**
 * Takes over what was found to be right, in chunks of a transaction each: a household with everything that belongs to it, or nothing of it.
 * What was taken over is not looked at again, so a run that is killed, broken off or started twice changes nothing more.
 */
@Injectable()
export class ApplyRoster implements LongJob<RosterRun> {
  readonly name = 'apply-roster'
  readonly title = '名册入库'

  constructor(
    @Inject(RosterDesk) private readonly desk: RosterDesk,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  run(actor: Actor, run: RosterRun, progress: JobProgress): Promise<void> {
    return this.desk.orStop(run, 'stopApply', countApplied, () => this.apply(actor, run, progress))
  }

  private async apply(actor: Actor, run: RosterRun, progress: JobProgress): Promise<void> {
    const roster = await this.desk.begin(actor, run)
    const next = await this.stepOf(actor, run, roster)
    let after = ''
    let done = roster.appliedCount
    for (;;) {
      await progress.report(done, Math.max(done, roster.newCount))
      const from = after
      const taken = await onceMoreIfMet(() => next(from))
      if (!taken) break
      after = taken.after
      done += taken.households
    }
    await this.desk.finish(run, 'finishApply', async (work, own) => {
      if (own.kind === 'OTHER_ENTITLEMENT') await closeMissing(work, own)
      await countApplied(work, own)
      own.finishApply(work.businessDate, actor.name)
      await rosterFile.drop((sql, parameters) => work.query(sql, parameters), own.id)
    })
  }

  private async stepOf(actor: Actor, run: RosterRun, roster: RosterImport): Promise<(after: string) => Promise<{ after: string; households: number } | null>> {
    if (roster.kind === 'OTHER_ENTITLEMENT') return (after) => this.desk.chunk(actor, run, (work) => takeOverEntitlements(work, roster, after))
    const today = await this.clock.today()
    const reading = { kind: roster.kind, columns: roster.columns, heads: roster.heads, places: new PlaceFinder(await this.divisions.on(today)), today }
    return (after) =>
      this.desk.chunk(actor, run, async (work) => {
        const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
        return takeOverHouseholds(work, roster, after, reading, book, this.ciphers)
      })
  }
}

/** Somebody came into pay between the look and the write: the second look sees it. */
async function onceMoreIfMet<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (error instanceof QueryFailedError && 'code' in error.driverError && error.driverError.code === '23505') return task()
    throw error
  }
}

async function countApplied(work: Work, roster: RosterImport): Promise<void> {
  const [counts] = await work.query<{ applied: number; left: number; refusedCount: number; problemCount: number; newPeople: number; newFen: number }>(
    `select count(distinct household_key) filter (where outcome = 'APPLIED')::int as applied, count(distinct household_key) filter (where outcome = 'NEW')::int as left,
            count(distinct household_key) filter (where outcome = 'PROBLEM')::int as "refusedCount", coalesce(sum(jsonb_array_length(problems)), 0)::int as "problemCount",
            coalesce(sum(people) filter (where outcome = any(array['NEW', 'APPLIED'])), 0)::int as "newPeople", coalesce(sum(amount_fen) filter (where outcome = any(array['NEW', 'APPLIED'])), 0)::float8 as "newFen"
     from roster_row where import_id = $1`,
    [roster.id],
  )
  if (!counts) return
  const { applied, left, ...rest } = counts
  Object.assign(roster, { ...rest, appliedCount: applied, newCount: applied + left })
}

async function requireNewest(work: Work, { kind, scheme, asOfMonth }: RosterImport): Promise<void> {
  if (kind !== 'OTHER_ENTITLEMENT') return
  const [later] = await work.query<{ number: string; month: string }>(
    `select number, as_of_month as month from roster_import where kind = 'OTHER_ENTITLEMENT' and scheme = $1 and state = any(array['APPLYING', 'APPLIED']) and as_of_month > $2 order by as_of_month desc limit 1`,
    [scheme, asOfMonth],
  )
  if (later) throw new DomainProblem('roster-list-outdated', { scheme: label(OTHER_SCHEME, scheme), ...later })
}
