import type { Subject } from '@xishan/service-kit'
import { ApplyDeathList } from './apply-death-list'
import { CheckDeathList } from './check-death-list'
import { DeathList, DeathListMapping } from './death-list.entity'
import { DeathListsController } from './death-lists.controller'
import { FeedBack } from './feed-back'
import { FindDeathLists } from './find-death-lists'
import { ListDesk } from './list-desk'

export const deathLists: Subject = {
  entities: [DeathList, DeathListMapping],
  controllers: [DeathListsController],
  providers: [ListDesk, FindDeathLists],
  longJobs: [CheckDeathList, ApplyDeathList, FeedBack],
}
