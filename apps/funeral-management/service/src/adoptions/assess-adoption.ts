import { DomainProblem, resumeDeadline, suspendDeadline, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { adoptionLifecycle, missingParts, type PartResults, type routes } from '@xishan/funeral-management-contract'
import { UnitOfWork, calendar, nameReader, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { REASON_OF_PART, type AdoptionAssessment } from './adoption-assessment.entity'
import { fileFor } from './file-desk'

type Body<R extends keyof typeof routes> = RouteInput<(typeof routes)[R]>['body']

/** What the handlers do until the report lies before the head. */
@Injectable()
export class AssessAdoption {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Assessors with an account see the file from now on. */
  assign(actor: Actor, id: string, { version, mode, organisation, assessors }: Body<'assignAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      await work.take(file, adoptionLifecycle, 'assign')
      Object.assign(file, { mode, organisation: mode === 'THIRD_PARTY' ? organisation : '', assessors: assessors.map(({ name }) => name) })
      for (const assessor of assessors) if (assessor.id !== null) await letAssess(work, file, { ...assessor, id: assessor.id })
      return work.save(file, 'assign', { input: { mode, organisation, assessors: file.assessors } })
    })
  }

  assess(actor: Actor, id: string, { version, results }: Body<'assessAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      await work.take(file, adoptionLifecycle, 'assess')
      await enter(work, file, results)
      return work.save(file, 'assess', { changes: { parts: Object.keys(results).length } })
    })
  }

  suspend(actor: Actor, id: string, { version, reason }: Body<'suspendAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      requireRunning(file)
      await work.take(file, adoptionLifecycle, 'suspend')
      file.runs(suspendDeadline(file.deadline, work.businessDate, reason))
      return work.save(file, 'suspend', { opinion: reason })
    })
  }

  resume(actor: Actor, id: string, { version, reason }: Body<'resumeAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      if (file.suspendedSince === null) throw new DomainProblem('adoption-running')
      await work.take(file, adoptionLifecycle, 'resume')
      file.runs(resumeDeadline(calendar, file.deadline, work.businessDate))
      return work.save(file, 'resume', { opinion: reason })
    })
  }

  report(actor: Actor, id: string, { version, report }: Body<'reportAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      requireRunning(file)
      await work.take(file, adoptionLifecycle, 'report')
      const entered = await work.query<{ key: string }>(`select key from adoption_part where file_id = $1`, [id])
      const missing = missingParts(Object.fromEntries(entered.map(({ key }) => [key, { result: 'FIT', finding: '' }])))
      if (missing.length > 0) throw new DomainProblem('adoption-parts-missing', { count: String(missing.length), parts: missing.join('、') })
      return work.save(file, 'report', { opinion: report })
    })
  }

  withdraw(actor: Actor, id: string, { version, reason }: Body<'withdrawAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      await work.take(file, adoptionLifecycle, 'withdraw')
      file.stops()
      return work.save(file, 'withdraw', { opinion: reason })
    })
  }
}

function requireRunning({ suspendedSince }: AdoptionAssessment): void {
  if (suspendedSince !== null) throw new DomainProblem('adoption-suspended')
}

/** @throws DomainProblem `adoption-decider` for the head who is to decide */
async function letAssess(work: Work, file: AdoptionAssessment, { id, name }: { id: string; name: string }): Promise<void> {
  const named = await work.query<{ part: string }>(`select part from file_reader where file_id = $1 and reader_id = $2 and withdrawn_at is null`, [file.id, id])
  if (named.some(({ part }) => part === 'HEAD')) throw new DomainProblem('adoption-decider', {}, [{ field: 'assessors', message: `${name}是本件的审批人，不能参加评估` }])
  if (!named.some(({ part }) => part === 'HANDLER')) await nameReader(work, file, { id, name, part: 'HANDLER', reason: REASON_OF_PART.HANDLER, untilOn: null })
}

async function enter(work: Work, { id, divisionCode }: AdoptionAssessment, results: PartResults): Promise<void> {
  const rows = Object.entries(results).map(([key, answer]) => ({ key, ...answer }))
  await work.query(
    `insert into adoption_part (file_id, key, division_code, result, finding, entered_by, entered_on)
     select $1, r.key, $2, r.result, r.finding, $3, $4 from jsonb_to_recordset($5::jsonb) as r(key text, result text, finding text)
     on conflict (file_id, key) do update set result = excluded.result, finding = excluded.finding, entered_by = excluded.entered_by, entered_on = excluded.entered_on`,
    [id, divisionCode, work.actor.name, work.businessDate, JSON.stringify(rows)],
  )
}
