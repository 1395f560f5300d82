import type { Contract, EventEnvelope, EventType } from '@xishan/domain'
import type { Provider, Type } from '@nestjs/common'
import type { MigrationInterface } from 'typeorm'
import type { BusinessDayJob, LongJob } from '../jobs/job'
import type { Work } from '../unit-of-work/work'
import type { FirstLoad } from './first-load'

export interface EventHandler {
  /** Runs in the transaction that stores the event in the inbox; a second delivery never reaches it. */
  handle(event: EventEnvelope, work: Work): Promise<void>
  /**
   * Takes many events of one type in one transaction, where most ask for the same or for nothing, and returns those that want a
   * transaction of their own. Done again for the same events it changes nothing more.
   */
  handleTogether?(events: readonly EventEnvelope[], work: Work): Promise<readonly EventEnvelope[]>
}

export interface Subscription {
  type: EventType
  handler: Type<EventHandler>
}

/** What a business line says of itself; the kit makes an application of it. */
export interface ServiceDefinition {
  contract: Contract
  entities: Type[]
  migrations: Type<MigrationInterface>[]
  controllers: Type[]
  providers: Provider[]
  /** Jobs of each business day, in order; each is idempotent by (job, business date). */
  dailyJobs?: Type<BusinessDayJob>[]
  /** Jobs that a person starts and that report progress. */
  longJobs?: Type<LongJob>[]
  subscriptions?: Subscription[]
  /** What a new house begins with, in order. */
  firstLoads?: FirstLoad[]
  /** Identity verifies with its own keys; every other service with identity's published ones. */
  tokenKeys?: Provider
  /** Reasons not to start with this configuration, as sentences; an empty list starts. */
  refusals?: (configuration: import('./configuration').ServiceConfiguration, run: SqlRun) => Promise<string[]>
}

export type SqlRun = <T>(sql: string, parameters?: unknown[]) => Promise<T[]>

export const defineService = (definition: ServiceDefinition): ServiceDefinition => definition

/** `social-assistance` → `social_assistance`: the service's schema and the stem of its two roles. */
export const schemaOf = (line: string): string => line.replaceAll('-', '_')
