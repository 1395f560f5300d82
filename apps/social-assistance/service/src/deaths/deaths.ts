import type { Subject } from '@xishan/service-kit'
import { DeathTaskDesk } from './death-task-desk'
import { DeathTask } from './death-task.entity'
import { DeathsController } from './deaths.controller'
import { FindDeathFigures } from './find-death-figures'
import { FindDeathOutcomes } from './find-death-outcomes'
import { FindDeathTasks } from './find-death-tasks'
import { FindDeaths } from './find-deaths'
import { HearOfDeathList } from './hear-death-lists'
import { HearOfDeath } from './hear-deaths'
import { SettleBenefit } from './settle-benefit'
import { SettleRecoveries } from './settle-recoveries'
import { TakeUpDeath } from './take-up-death'
import { WatchDeaths } from './watch-deaths.job'

export const deaths: Subject = {
  entities: [DeathTask],
  controllers: [DeathsController],
  providers: [TakeUpDeath, SettleBenefit, SettleRecoveries, DeathTaskDesk, FindDeaths, FindDeathTasks, FindDeathFigures, FindDeathOutcomes],
  dailyJobs: [WatchDeaths],
  subscriptions: [
    { type: 'person.died', handler: HearOfDeath },
    { type: 'person.death-revoked', handler: HearOfDeath },
    { type: 'person.died-unidentified', handler: HearOfDeath },
    { type: 'person.death-disputed', handler: HearOfDeath },
    { type: 'death-list.received', handler: HearOfDeathList },
  ],
}
