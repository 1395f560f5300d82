import type { Provider, Type } from '@nestjs/common'
import type { BusinessDayJob, LongJob } from '../jobs/job'
import type { ServiceDefinition, Subscription } from './define-service'
import type { FirstLoad } from './first-load'

/** What a subject folder brings to its line's service. */
export interface Subject {
  entities: Type[]
  controllers: Type[]
  providers: Provider[]
  dailyJobs?: Type<BusinessDayJob>[]
  longJobs?: Type<LongJob>[]
  subscriptions?: Subscription[]
  firstLoads?: FirstLoad[]
}

type Brought = Required<Pick<ServiceDefinition, keyof Subject>>

/** The parts of a service that its subjects bring, each in the order of the subjects. */
export const fromSubjects = (subjects: readonly Subject[]): Brought => ({
  entities: subjects.flatMap(({ entities }) => entities),
  controllers: subjects.flatMap(({ controllers }) => controllers),
  providers: subjects.flatMap(({ providers }) => providers),
  dailyJobs: subjects.flatMap(({ dailyJobs = [] }) => dailyJobs),
  longJobs: subjects.flatMap(({ longJobs = [] }) => longJobs),
  subscriptions: subjects.flatMap(({ subscriptions = [] }) => subscriptions),
  firstLoads: subjects.flatMap(({ firstLoads = [] }) => firstLoads),
})
