import type { Subject } from '@xishan/service-kit'
import { Adjustment } from './adjustments/adjustment.entity'
import { AdjustmentsController } from './adjustments/adjustments.controller'
import { DecideAdjustment } from './adjustments/decide-adjustment'
import { ProposeAdjustment } from './adjustments/propose-adjustment'
import { CancelPayable } from './cancel-payable'
import { FindPayables } from './find-payables'
import { DecideOneOff } from './one-off/decide-one-off'
import { OneOffController } from './one-off/one-off.controller'
import { OneOffGrant } from './one-off/one-off-grant.entity'
import { ProposeOneOff } from './one-off/propose-one-off'
import { Payable } from './payable.entity'
import { PayablesController } from './payables.controller'
import { ApplyDueChanges } from './standards/apply-due-changes'
import { ApplyStandardChange } from './standards/apply-standard-change'
import { BeginStandardChange } from './standards/begin-standard-change'
import { FindStandardChanges } from './standards/find-standard-changes'
import { PreviewStandard } from './standards/preview-standard'
import { StandardChange } from './standards/standard-change.entity'
import { StandardsController } from './standards/standards.controller'
import { StartStandardJobs } from './standards/start-standard-jobs'

export const payables: Subject = {
  entities: [Payable, OneOffGrant, Adjustment, StandardChange],
  controllers: [PayablesController, OneOffController, AdjustmentsController, StandardsController],
  providers: [FindPayables, CancelPayable, ProposeOneOff, DecideOneOff, ProposeAdjustment, DecideAdjustment, BeginStandardChange, FindStandardChanges, StartStandardJobs],
  dailyJobs: [ApplyDueChanges],
  longJobs: [ApplyStandardChange, PreviewStandard],
}
