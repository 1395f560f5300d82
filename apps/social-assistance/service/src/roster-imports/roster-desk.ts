import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { JobCancelled, UnitOfWork, newId, serviceActor, type LongJob, type Work } from '@xishan/service-kit'
import { contract, rosterLifecycle, type RosterAction } from '@xishan/social-assistance-contract'
import { Inject, Injectable, type Type } from '@nestjs/common'
import { RosterImport } from './roster-import.entity'

/** A job that works on a roster; the token tells it from any other that was started for the same one. */
export interface RosterRun {
  importId: string
  run: string
}

const SERVICE = serviceActor(contract.line)

/** How every use case on a roster begins and ends. */
@Injectable()
export class RosterDesk {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  take(actor: Actor, id: string, version: number, action: RosterAction, act: (work: Work, roster: RosterImport) => Promise<{ opinion?: string } | void>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const roster = await work.get(RosterImport, id, version)
      await work.take(roster, rosterLifecycle, action)
      const said = await act(work, roster)
      return work.save(roster, action, said ?? {})
    })
  }

  /** Takes the action and starts its job. */
  start(actor: Actor, id: string, version: number, action: RosterAction, job: Type<LongJob<RosterRun>>, act: (work: Work, roster: RosterImport) => Promise<void> | void): Promise<Saved> {
    return this.take(actor, id, version, action, async (work, roster) => {
      await act(work, roster)
      const run = newId()
      const { id: jobId } = await work.startJob(job, { importId: id, run })
      roster.start(run, jobId)
    })
  }

  /** One transaction of a run. @throws JobCancelled when the roster is no longer this run's */
  chunk<T>(actor: Actor, { importId, run }: RosterRun, task: (work: Work) => Promise<T>): Promise<T> {
    return this.unitOfWork.perform(actor, async (work) => {
      const [roster] = await work.query<{ run: string | null }>(`select run from roster_import where id = $1 for share`, [importId])
      if (roster?.run !== run) throw new JobCancelled()
      return task(work)
    })
  }

  /** The run's own roster, as it stands. @throws JobCancelled when it is no longer this run's */
  begin(actor: Actor, { importId, run }: RosterRun): Promise<RosterImport> {
    return this.unitOfWork.perform(actor, async (work) => {
      const roster = await work.get(RosterImport, importId)
      if (roster.run !== run) throw new JobCancelled()
      return roster
    })
  }

  /** The end of a run, in one transaction with the state. */
  finish(run: RosterRun, action: RosterAction, act: (work: Work, roster: RosterImport) => Promise<void>): Promise<void> {
    return this.unitOfWork.perform(SERVICE, async (work) => {
      const roster = await work.get(RosterImport, run.importId)
      if (roster.run !== run.run) throw new JobCancelled()
      await work.query('set local statement_timeout = 0')
      await work.take(roster, rosterLifecycle, action)
      await act(work, roster)
      await work.save(roster, action)
    })
  }

  /** Runs a job's work; broken off by a person or by what it finds, the roster goes back to where it was. */
  async orStop(run: RosterRun, action: RosterAction, undo: (work: Work, roster: RosterImport) => Promise<void>, task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (error) {
      if (error instanceof JobCancelled || error instanceof DomainProblem) await this.stop(run, action, undo)
      throw error
    }
  }

  private stop(run: RosterRun, action: RosterAction, undo: (work: Work, roster: RosterImport) => Promise<void>): Promise<void> {
    return this.unitOfWork.perform(SERVICE, async (work) => {
      const roster = await work.get(RosterImport, run.importId)
      if (roster.run !== run.run) return
      await work.query('set local statement_timeout = 0')
      await work.take(roster, rosterLifecycle, action)
      roster.stop()
      await undo(work, roster)
      await work.save(roster, action)
    })
  }
}
