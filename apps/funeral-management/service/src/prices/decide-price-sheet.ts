import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { priceSheetLifecycle, type routes } from '@xishan/funeral-management-contract'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { PriceLine, PriceSheet } from './price.entity'

/** What becomes of proposed prices. */
@Injectable()
export class DecidePriceSheet {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  approve(actor: Actor, id: string, { version, opinion }: RouteInput<typeof routes.approvePriceSheet>['body']): Promise<Saved> {
    return this.take(actor, id, version, 'approve', opinion)
  }

  reject(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.rejectPriceSheet>['body']): Promise<Saved> {
    return this.take(actor, id, version, 'reject', reason)
  }

  withdraw(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.withdrawPriceSheet>['body']): Promise<Saved> {
    return this.take(actor, id, version, 'withdraw', reason)
  }

  /** From here on the prices are those that may be charged. */
  publish(actor: Actor, id: string, { version, publishedOn, place }: RouteInput<typeof routes.publishPriceSheet>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const sheet = await work.get(PriceSheet, id, version)
      const approvedOn = sheet.stateSince
      await work.take(sheet, priceSheetLifecycle, 'publish')
      await requirePublishedOn(work, sheet, approvedOn, publishedOn)
      Object.assign(sheet, { publishedOn, place })
      const saved = await work.save(sheet, 'publish', { opinion: `${publishedOn} 公示于${place}` })
      await work.update(PriceLine, { sheetId: id }, { publishedOn })
      return saved
    })
  }

  private take(actor: Actor, id: string, version: number, action: 'approve' | 'reject' | 'withdraw', opinion: string): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const sheet = await work.get(PriceSheet, id, version)
      await work.take(sheet, priceSheetLifecycle, action)
      return work.save(sheet, action, { opinion })
    })
  }
}

/**
 * Prices hang before they are charged. Those that only replace nothing, the first of their items, may have hung before this platform
 * knew of them. @throws DomainProblem `price-published-on`
 */
async function requirePublishedOn(work: Work, { id, facilityId, effectiveFrom }: PriceSheet, approvedOn: string, publishedOn: string): Promise<void> {
  const [changing] = await work.query(
    `select 1 from price_line l where l.sheet_id = $1 and exists (select from price_line o where o.facility_id = $2 and o.code = l.code and o.published_on is not null) limit 1`,
    [id, facilityId],
  )
  const from = changing ? approvedOn : '2000-01-01'
  const to = effectiveFrom < work.businessDate ? effectiveFrom : work.businessDate
  if (publishedOn < from || publishedOn > to) throw new DomainProblem('price-published-on', { from, to }, [{ field: 'publishedOn', message: `应在 ${from} 至 ${to} 之间` }])
}
