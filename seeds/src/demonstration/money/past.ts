import type { Actor } from '@xishan/domain'
import { BusinessClock, Reads, requestContext, type ServiceApp } from '@xishan/service-kit'
import { momentOf } from '../identifiers'
import type { Post } from '../post'
import type { Staff } from '../staff'

type Use<T> = abstract new (...parameters: never[]) => T

const DISTRICT = '530112'
const FIRST_MINUTE = 9 * 60

/** The running service on days that are past: its own use cases leave the rows, as they would have then. */
export class Past {
  private day = { on: '', minute: 0 }

  constructor(
    readonly service: ServiceApp,
    readonly staff: Staff,
    /** What other lines tell: it is there before anything is done on a day. */
    private readonly post?: Post,
  ) {}

  /** The use case, query or tool of a class. */
  its<T>(use: Use<T>): T {
    return this.service.get<T>(use)
  }

  /** The holder of a bureau's post on a day. */
  bureau(role: Parameters<Staff['one']>[0], on: string): Actor {
    return this.staff.one(role, DISTRICT, on)
  }

  /** Lets an act happen on a day; acts of one day follow one another. */
  async on<T>(date: string, act: () => Promise<T>): Promise<T> {
    await this.post?.bring(this, date)
    this.day = this.day.on === date ? { on: date, minute: this.day.minute + 3 } : { on: date, minute: FIRST_MINUTE }
    this.its(BusinessClock).standAt(new Date(momentOf(date, this.day.minute)))
    return requestContext.run({ requestId: 'demonstration', digest: () => '', keySpent: true }, act)
  }

  ask<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.its(Reads).query<T>(this.bureau('DIRECTOR', this.day.on || '2024-10-01'), sql, parameters)
  }

  /** Back to the demonstration's first day. */
  end(): void {
    this.its(BusinessClock).standAt(undefined)
  }
}
