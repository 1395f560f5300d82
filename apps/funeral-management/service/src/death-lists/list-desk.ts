import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { LIST_COLUMNS, deathListLifecycle, type DeathListInputs, type UploadDeathList } from '@xishan/funeral-management-contract'
import { CIPHERS, DISTRICT, UnitOfWork, applyMapping, digestOf, mappingProblems, newId, proposeMapping, safeFileName, type Ciphers, type LongJob, type UploadedFile, type Work } from '@xishan/service-kit'
import { Inject, Injectable, type Type } from '@nestjs/common'
import { ApplyDeathList } from './apply-death-list'
import { CheckDeathList } from './check-death-list'
import { DeathList, DeathListMapping } from './death-list.entity'
import type { ListRun } from './list-run'
import { findHead, listFile } from './list-file'

/** What people do with a list; reading and taking over are its jobs. */
@Injectable()
export class ListDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** @throws DomainProblem `death-list-known`, `death-list-covers`, `death-list-head-missing` */
  async upload(actor: Actor, { source, coversTo }: UploadDeathList, file: UploadedFile): Promise<Saved> {
    const { row, heads } = await findHead(file.bytes, source)
    const digest = digestOf(file.bytes)
    return this.unitOfWork.run(actor, async (work) => {
      await work.query(`select pg_advisory_xact_lock(hashtext('death list upload'))`)
      await requireNew(work, source, digest)
      if (coversTo > work.businessDate) throw new DomainProblem('death-list-covers', { today: work.businessDate }, [{ field: 'coversTo', message: `不能晚于 ${work.businessDate}` }])
      const kept = await work.findOne(DeathListMapping, { source })
      const applied = kept && applyMapping(kept.columns, heads, LIST_COLUMNS[source])
      const mappedBefore = applied !== null && applied.missing.length === 0
      const list = Object.assign(new DeathList(), {
        id: newId(), divisionCode: DISTRICT, number: await work.nextNumber('FDL'), source, coversTo, digest, heads, headRow: row, mappedBefore,
        columns: { ...proposeMapping(heads, LIST_COLUMNS[source]).columns, ...(mappedBefore ? applied.columns : {}) }, fileName: safeFileName(file.name, 'xlsx'), uploadedBy: actor.name, uploadedOn: work.businessDate,
      })
      work.begin(list, deathListLifecycle, 'upload')
      const saved = await work.save(list, 'upload')
      await listFile.keep((sql, parameters) => work.query(sql, parameters), this.ciphers, list, file.bytes)
      return saved
    })
  }

  /** Keeps the mapping for the source's next list, and starts to read. */
  check(actor: Actor, id: string, { version, columns }: DeathListInputs['check']): Promise<Saved> {
    return this.start(actor, id, version, 'check', CheckDeathList, async (work, list) => {
      const chosen = Object.fromEntries(Object.entries(columns).map(([key, at]) => [key, list.heads[at] ?? '']))
      const mapping = applyMapping(chosen, list.heads, LIST_COLUMNS[list.source])
      const problems = mappingProblems(mapping)
      if (problems.length > 0) throw new DomainProblem('death-list-columns', { missing: problems.join('') }, problems.map((message) => ({ field: 'columns', message })))
      list.columns = mapping.columns
      const kept = (await work.findOne(DeathListMapping, { source: list.source })) ?? Object.assign(new DeathListMapping(), { id: newId(), divisionCode: DISTRICT, source: list.source })
      await work.save(Object.assign(kept, { columns: mapping.saved }), 'map')
    })
  }

  apply(actor: Actor, id: string, { version }: DeathListInputs['apply']): Promise<Saved> {
    return this.start(actor, id, version, 'apply', ApplyDeathList, () => Promise.resolve())
  }

  close(actor: Actor, id: string, { version, reason }: DeathListInputs['close']): Promise<Saved> {
    return this.end(actor, id, version, 'close', reason)
  }

  discard(actor: Actor, id: string, { version, reason }: DeathListInputs['discard']): Promise<Saved> {
    return this.end(actor, id, version, 'discard', reason)
  }

  private start(actor: Actor, id: string, version: number, action: 'check' | 'apply', job: Type<LongJob<ListRun>>, prepare: (work: Work, list: DeathList) => Promise<void>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const list = await work.get(DeathList, id, version)
      await work.take(list, deathListLifecycle, action)
      await prepare(work, list)
      list.run = newId()
      const started = await work.startJob(job, { listId: id, run: list.run })
      Object.assign(list, { jobId: started.id, jobOf: actor.id })
      return work.save(list, action)
    })
  }

  private end(actor: Actor, id: string, version: number, action: 'close' | 'discard', opinion: string): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const list = await work.get(DeathList, id, version)
      await work.take(list, deathListLifecycle, action)
      list.run = null
      return work.save(list, action, { opinion })
    })
  }
}

async function requireNew(work: Work, source: string, digest: string): Promise<void> {
  const [known] = await work.query<{ number: string; by: string; on: string }>(
    `select number, uploaded_by as by, uploaded_on::text as on from death_list where source = $1 and digest = $2 and state <> 'DISCARDED'`,
    [source, digest],
  )
  if (known) throw new DomainProblem('death-list-known', known)
}
