import { DELIVERY_WAY, DomainProblem, addDays, daysBetween, label, type Actor, type Saved } from '@xishan/domain'
import { GRAVE_PARAMETER, type GraveInputs } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { GraveDesk, periodFrom, requireBetween, stepFrom } from './grave-desk'

/** The numbered notice: issued, served, extended once. Its term runs from the day of service. */
@Injectable()
export class NotifyGrave {
  constructor(@Inject(GraveDesk) private readonly desk: GraveDesk) {}

  issue(actor: Actor, id: string, { version, requirement }: GraveInputs['issue']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'issue', async ({ work, grave, book }) => {
      const noticeNumber = await work.nextNumber('FMN')
      grave.issue({ noticeNumber, issuedOn: work.businessDate, requirement, rectifyDays: book.number(GRAVE_PARAMETER.rectifyDays) })
      grave.runUntil(stepFrom(work.businessDate, book))
      return { opinion: `通知书 ${noticeNumber}：${requirement}`, input: { noticeNumber, rectifyDays: grave.rectifyDays } }
    })
  }

  serve(actor: Actor, id: string, { version, servedOn, way, receivedBy }: GraveInputs['serve']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'serve', ({ work, grave }) => {
      if (grave.servedOn) throw new DomainProblem('grave-served', { date: grave.servedOn })
      requireBetween(servedOn, grave.issuedOn ?? grave.stateSince, work.businessDate, ['servedOn', '送达日期'])
      const clock = periodFrom(servedOn, grave.rectifyDays ?? 0)
      Object.assign(grave, { servedOn, servedWay: way, receivedBy, rectifyBy: clock.dueOn })
      grave.runUntil(clock)
      return { opinion: `${label(DELIVERY_WAY, way)}，${receivedBy}签收；整改期限至 ${clock.dueOn}`, input: { servedOn, way } }
    })
  }

  extend(actor: Actor, id: string, { version, until, reason }: GraveInputs['extend']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'extend', ({ grave, book }) => {
      const { rectifyBy: from, servedOn, noticeNumber } = grave
      if (!from || !servedOn) throw new DomainProblem('grave-not-served', { number: noticeNumber ?? '', action: '延期' })
      if (grave.extensionReason) throw new DomainProblem('grave-extended')
      const to = addDays(from, book.number(GRAVE_PARAMETER.extensionDays))
      if (until <= from || until > to) throw new DomainProblem('grave-extension', { from, to }, [{ field: 'until', message: `应晚于 ${from}，不超过 ${to}` }])
      Object.assign(grave, { rectifyBy: until, extensionReason: reason })
      grave.runUntil({ ...periodFrom(servedOn, daysBetween(servedOn, until)), dueOn: until })
      return { opinion: `延期至 ${until}：${reason}`, input: { from, until } }
    })
  }
}
