import { Inject, Injectable, Logger } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { DataSource } from 'typeorm'
import { serviceActor } from '../access/service-actor'
import { BusinessClock } from '../clock/business-clock'
import type { ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'
import type { BusinessDayJob } from './job'

const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Runs each day's jobs once, missed dates first. Safe to call at any time and from several processes. */
@Injectable()
export class BusinessDays {
  private readonly logger = new Logger('business-days')

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'dailyJobs' | 'contract'>,
  ) {}

  async catchUp(): Promise<void> {
    const today = await this.clock.today()
    for (const type of this.definition.dailyJobs ?? []) await this.catchUpJob(this.modules.get<BusinessDayJob>(type, { strict: false }), today)
  }

  /** Whether every job of today has run. */
  async isCaughtUp(): Promise<boolean> {
    const names = (this.definition.dailyJobs ?? []).map((type) => this.modules.get<BusinessDayJob>(type, { strict: false }).name)
    const [row]: { done: number }[] = await this.source.query(`select count(*)::int as done from business_day_run where business_date = $1 and job = any($2)`, [await this.clock.today(), names])
    return row?.done === names.length
  }

  private async catchUpJob(job: BusinessDayJob, today: string): Promise<void> {
    const runner = this.source.createQueryRunner()
    await runner.connect()
    try {
      const [turn]: { mine: boolean }[] = await runner.query(`select pg_try_advisory_lock(hashtext($1)) as mine`, [`${this.definition.contract.line} ${job.name}`])
      if (!turn?.mine) return
      try {
        const [last]: { date: string | null }[] = await runner.query(`select max(business_date)::text as date from business_day_run where job = $1`, [job.name])
        for (let date = last?.date ? nextDay(last.date) : today; date <= today; date = nextDay(date)) {
          await job.run(date, serviceActor(this.definition.contract.line))
          await runner.query(`insert into business_day_run (job, business_date) values ($1, $2) on conflict do nothing`, [job.name, date])
          this.logger.log(`${job.name} of ${date} done`)
        }
      } finally {
        await runner.query(`select pg_advisory_unlock(hashtext($1))`, [`${this.definition.contract.line} ${job.name}`])
      }
    } finally {
      await runner.release()
    }
  }
}
