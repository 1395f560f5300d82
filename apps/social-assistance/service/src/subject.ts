import type { Provider, Type } from '@nestjs/common'
import type { BusinessDayJob, LongJob } from '@xishan/service-kit'

/** What a subject folder brings to the service. */
export interface Subject {
  entities: Type[]
  controllers: Type[]
  providers: Provider[]
  dailyJobs?: Type<BusinessDayJob>[]
  longJobs?: Type<LongJob>[]
}
