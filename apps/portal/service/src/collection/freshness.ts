import { BusinessClock, Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { LineFailure } from '../lines/line-answer'
import { CollectIndicators, PORTAL, planDayOn } from './collect-indicators'

/** An answer this young is not asked for again. */
const FRESH_FOR = 60_000
/** A line that failed is left alone for a while: shortly when it failed at once, longer when it held the reader up. */
const LEFT_ALONE_FOR = 2_000
const LEFT_ALONE_AFTER_HANGING_FOR = 10_000

export interface Contact {
  line: string
  attemptedAt: Date | null
  answeredAt: Date | null
  answeredFor: string | null
  failedAt: Date | null
  failure: LineFailure | null
  staleSince: Date | null
}

const CONTACTS = `select line, attempted_at as "attemptedAt", answered_at as "answeredAt", answered_for::text as "answeredFor", failed_at as "failedAt", failure, stale_since as "staleSince" from line_contact`

/** Whether a line should be asked again before its numbers are shown. */
export function isDue(contact: Contact | undefined, asOf: string, now: number): boolean {
  if (!contact?.attemptedAt) return true
  const attempted = now - contact.attemptedAt.getTime()
  if (contact.failure !== null) return attempted >= (contact.failure === 'TIMEOUT' ? LEFT_ALONE_AFTER_HANGING_FOR : LEFT_ALONE_FOR)
  if (contact.staleSince !== null || contact.answeredFor !== asOf) return true
  return attempted >= FRESH_FOR
}

/** Sees to it that what a reader is about to see is not needlessly old. Readers at the same time share one collection. */
@Injectable()
export class Freshness {
  private running: Promise<unknown> | undefined

  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(CollectIndicators) private readonly collect: CollectIndicators,
  ) {}

  contacts(): Promise<Contact[]> {
    return this.reads.query<Contact>(PORTAL, CONTACTS)
  }

  async refresh(): Promise<void> {
    this.running ??= this.collectDue().finally(() => {
      this.running = undefined
    })
    await this.running
  }

  private async collectDue(): Promise<void> {
    const asOf = planDayOn(await this.clock.today())
    const contacts = await this.contacts()
    const due = this.collect.lines.filter((line) => isDue(contacts.find((contact) => contact.line === line), asOf, Date.now()))
    if (due.length > 0) await this.collect.execute(asOf, due)
  }
}
