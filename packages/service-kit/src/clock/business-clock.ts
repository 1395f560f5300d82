import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { CONFIGURATION } from '../service/tokens'
import type { ServiceConfiguration } from '../service/configuration'

const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

export const shanghaiDate = (at: Date): string => SHANGHAI.format(at)

/**
 * The business date: deadlines, ages, parameters and benefit months are counted from it. In production it is the date in
 * Asia/Shanghai; in the demonstration it stands still until somebody moves it forward.
 */
@Injectable()
export class BusinessClock {
  private known: string | undefined
  private past: Date | undefined

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'mode' | 'demonstrationStart'>,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  get isDemonstration(): boolean {
    return this.configuration.mode === 'demonstration'
  }

  /** When an act happens, as it is recorded. */
  now(): Date {
    return this.past ?? new Date()
  }

  /** While the demonstration's history is made, before anybody uses it: each act at a moment of its own. Without a moment, the present again. */
  standAt(moment: Date | undefined): void {
    if (!this.isDemonstration) throw new Error('only a demonstration makes up its past')
    this.past = moment
  }

  async today(): Promise<string> {
    if (this.past) return shanghaiDate(this.past)
    if (!this.isDemonstration) return shanghaiDate(new Date())
    if (this.known) return this.known
    const [row]: { date: string }[] = await this.source.query(`select business_date::text as date from business_clock`)
    this.known = row?.date ?? this.configuration.demonstrationStart
    return this.known
  }

  /** Moves the demonstration's date forward; a date not after today changes nothing. */
  async advanceTo(date: string): Promise<void> {
    await this.source.query(
      `insert into business_clock (business_date) values ($1) on conflict (singleton) do update set business_date = greatest(business_clock.business_date, excluded.business_date)`,
      [date],
    )
    this.known = undefined
  }
}
