import type { Subject } from '@xishan/service-kit'
import { AnswerFault } from './answer-fault'
import { AwardActionsController } from './award-actions.controller'
import { AwardDesk } from './award-desk'
import { AwardFile } from './award-file'
import { AwardLine, AwardList } from './award-list.entity'
import { AwardListsController } from './award-lists.controller'
import { AwardPapers } from './award-papers'
import { AwardsController } from './awards.controller'
import { ChangePayee } from './change-payee'
import { DecideAward } from './decide-award'
import { AwardRepayment, EcoAward } from './eco-award.entity'
import { FindAwardLists } from './find-award-lists'
import { FindAwards } from './find-awards'
import { MakeAwardList } from './make-award-list'
import { RecoverAward } from './recover-award'
import { SettleAwardList } from './settle-award-list'
import { SignAwardList } from './sign-award-list'
import { SubmitAward } from './submit-award'

export const ecoAwards: Subject = {
  entities: [EcoAward, AwardRepayment, AwardList, AwardLine],
  controllers: [AwardsController, AwardActionsController, AwardListsController],
  providers: [AwardDesk, FindAwards, SubmitAward, DecideAward, ChangePayee, AnswerFault, RecoverAward, AwardPapers, FindAwardLists, MakeAwardList, SignAwardList, AwardFile, SettleAwardList],
}
