import type { Subject } from '@xishan/service-kit'
import { BatchRecheck } from './batch-recheck'
import { BenefitChange } from './benefit-change.entity'
import { BenefitChangesController } from './benefit-changes.controller'
import { BenefitHold } from './benefit-hold.entity'
import { ChangeActionsController } from './change-actions.controller'
import { ChangeDelivery } from './change-delivery.entity'
import { ChangeDesk } from './change-desk'
import { ConfirmChange } from './confirm-change'
import { EndOfPay } from './end-of-pay.job'
import { FillChangeFacts } from './fill-change-facts'
import { FindChange } from './find-change'
import { FindChanges } from './find-changes'
import { HandChangeOn } from './hand-change-on'
import { PrintChangePaper } from './print-change-paper'
import { ProposeChange } from './propose-change'
import { Reassessment } from './reassessment.entity'
import { RecordChangeDelivery } from './record-change-delivery'
import { ReportBenefitChange } from './report-change'

export const benefitChanges: Subject = {
  entities: [BenefitChange, BenefitHold, ChangeDelivery, Reassessment],
  controllers: [ChangeActionsController, BenefitChangesController],
  providers: [ChangeDesk, ReportBenefitChange, FillChangeFacts, ProposeChange, HandChangeOn, ConfirmChange, BatchRecheck, FindChanges, FindChange, PrintChangePaper, RecordChangeDelivery],
  dailyJobs: [EndOfPay],
}
