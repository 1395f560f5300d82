import type { Subject } from '@xishan/service-kit'
import { DeathTask } from './death-task.entity'
import { HearOfDeathList } from './hear-death-lists'
import { HearOfDeath } from './hear-deaths'
import { SettleBenefit } from './settle-benefit'
import { SettleRecoveries } from './settle-recoveries'
import { TakeUpDeath } from './take-up-death'
import { WatchDeaths } from './watch-deaths.job'

export const deaths: Subject = {
  entities: [DeathTask],
  controllers: [],
  providers: [TakeUpDeath, SettleBenefit, SettleRecoveries],
  dailyJobs: [WatchDeaths],
  subscriptions: [
    { type: 'person.died', handler: HearOfDeath },
    { type: 'person.death-revoked', handler: HearOfDeath },
    { type: 'person.died-unidentified', handler: HearOfDeath },
    { type: 'person.death-disputed', handler: HearOfDeath },
    { type: 'death-list.received', handler: HearOfDeathList },
  ],
}
