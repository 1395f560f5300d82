import { Injectable } from '@nestjs/common'
import { addDays, DomainProblem, WorkingDayCalendar, type Actor } from '@xishan/domain'
import type { Clock } from '@xishan/identity-contract'
import { BusinessClock, DISTRICT, newId, UnitOfWork } from '@xishan/service-kit'

/** Each passed day's jobs run in every line; a year at a time is more than anybody watches. */
const MOST_DAYS = 366

/**
 * Moves the demonstration's business date forward, and tells every line. Absent in production.
 * @throws DomainProblem `clock-not-demonstration`, `clock-backwards`, `clock-too-far`, `clock-beyond-calendar`
 */
@Injectable()
export class AdvanceClock {
  private readonly calendar = WorkingDayCalendar.stateCouncil()

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, to: string): Promise<Clock> {
    if (!this.clock.isDemonstration) throw new DomainProblem('clock-not-demonstration')
    await this.unitOfWork.perform({ ...actor, scope: DISTRICT }, async (work) => {
      await work.query(`insert into business_clock (business_date) values ($1) on conflict do nothing`, [work.businessDate])
      const [row] = await work.query<{ date: string }>(`select business_date::text as date from business_clock for update`)
      this.check(row?.date ?? work.businessDate, to)
      await work.query(`update business_clock set business_date = $1`, [to])
      await work.note({ type: 'business-clock', id: newId(), divisionCode: DISTRICT }, 'advance-clock', { businessDate: [work.businessDate, to] })
      await work.publish({ divisionCode: DISTRICT }, { type: 'clock.advanced', payload: { businessDate: to }, occurredOn: to })
    })
    await this.clock.advanceTo(to)
    return { businessDate: await this.clock.today(), demonstration: true }
  }

  private check(today: string, to: string): void {
    const last = this.calendar.to
    const refused = (code: string, details: Record<string, string | number>) => new DomainProblem(code, details, [{ field: 'to', message: '请另选日期' }])
    if (to <= today) throw refused('clock-backwards', { today })
    if (to > last) throw refused('clock-beyond-calendar', { last })
    if (to > addDays(today, MOST_DAYS)) throw refused('clock-too-far', { days: MOST_DAYS })
  }
}
