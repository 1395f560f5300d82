import { DomainProblem, addMonths, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { adoptionLifecycle, type RecordVisit, type routes } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, calendar, newId } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { AdoptionVisit } from './adoption-assessment.entity'
import { bookOf, fileFor, requireDay, reviewTerms } from './file-desk'
import { reviewDates } from './review-dates'

type Body<R extends keyof typeof routes> = RouteInput<(typeof routes)[R]>['body']

/** The head's conclusion, the registrar's review after it, and what came of it. */
@Injectable()
export class ConcludeAdoption {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  decide(actor: Actor, id: string, action: 'pass' | 'refuse' | 'return', version: number, opinion: string): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HEAD')
      await work.take(file, adoptionLifecycle, action)
      if (action !== 'return') file.stops()
      return work.save(file, action, { opinion })
    })
  }

  handOver(actor: Actor, id: string, { version, acceptedOn }: Body<'handOverAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      await work.take(file, adoptionLifecycle, 'handOver')
      requireDay(acceptedOn, file.consentedOn, work.businessDate, 'acceptedOn')
      const terms = reviewTerms(await bookOf(this.books, work))
      file.isReviewed(acceptedOn, terms.reviewDays, reviewDates(calendar, acceptedOn, null, terms))
      return work.save(file, 'handOver', { input: { acceptedOn } })
    })
  }

  announce(actor: Actor, id: string, { version, noticeOn }: Body<'announceAdoption'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      if (file.kind !== 'FOUNDLING') throw new DomainProblem('adoption-no-notice')
      await work.take(file, adoptionLifecycle, 'announce')
      requireDay(noticeOn, addMonths(file.consentedOn, -12), work.businessDate, 'noticeOn')
      const terms = reviewTerms(await bookOf(this.books, work))
      const acceptedOn = file.acceptedOn ?? work.businessDate
      file.isReviewed(acceptedOn, terms.reviewDays, reviewDates(calendar, acceptedOn, noticeOn, terms), noticeOn)
      return work.save(file, 'announce', { input: { noticeOn } })
    })
  }

  recordOutcome(actor: Actor, id: string, { version, ...outcome }: Body<'recordAdoptionOutcome'>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      await work.take(file, adoptionLifecycle, 'recordOutcome')
      requireDay(outcome.on, file.acceptedOn ?? file.consentedOn, work.businessDate, 'on')
      if (outcome.outcome === 'REGISTERED' && file.kind === 'FOUNDLING' && (file.noticeUntil === null || outcome.on <= file.noticeUntil))
        throw new DomainProblem('adoption-notice-missing', { days: String(reviewTerms(await bookOf(this.books, work)).noticeDays) }, [{ field: 'on', message: '应在公告期满之后' }])
      file.outcome = outcome
      file.stops()
      return work.save(file, 'recordOutcome', { input: { outcome: outcome.outcome } })
    })
  }

  visit(actor: Actor, id: string, { version, ...visit }: RecordVisit): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const file = await fileFor(work, id, version, 'HANDLER')
      if (file.outcome?.outcome !== 'REGISTERED') throw new DomainProblem('adoption-not-closed')
      requireDay(visit.visitedOn, file.outcome.on, work.businessDate, 'visitedOn')
      await work.insert(AdoptionVisit, [Object.assign(new AdoptionVisit(), visit, { id: newId(), fileId: id, divisionCode: file.divisionCode, recordedBy: actor.name })])
      return work.save(file, 'visit', { changes: { visitedOn: visit.visitedOn } })
    })
  }
}
