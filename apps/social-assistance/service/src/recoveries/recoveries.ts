import type { Subject } from '@xishan/service-kit'
import { AgreeOnRepayment } from './agree-on-repayment'
import { DecideClaim } from './decide-claim'
import { FindRecoveries } from './find-recoveries'
import { FindRecovery } from './find-recovery'
import { NotifyDebtor } from './notify-debtor'
import { OpenRecovery } from './open-recovery'
import { PrintRecoveryNotice } from './print-recovery-notice'
import { RecordFine } from './record-fine'
import { RecordRepayment } from './record-repayment'
import { RecoveriesController } from './recoveries.controller'
import { RecoveryActionsController } from './recovery-actions.controller'
import { RecoveryDesk } from './recovery-desk'
import { RecoveryEntry } from './recovery-entry.entity'
import { RecoveryInstalment } from './recovery-instalment.entity'
import { Recovery } from './recovery.entity'
import { StartCollection } from './start-collection'
import { TakeToCourt } from './take-to-court'
import { WithdrawRecovery } from './withdraw-recovery'
import { WriteOff } from './write-off'

export const recoveries: Subject = {
  entities: [Recovery, RecoveryEntry, RecoveryInstalment],
  controllers: [RecoveriesController, RecoveryActionsController],
  providers: [RecoveryDesk, FindRecoveries, FindRecovery, OpenRecovery, DecideClaim, NotifyDebtor, AgreeOnRepayment, StartCollection, WriteOff, TakeToCourt, WithdrawRecovery, RecordRepayment, RecordFine, PrintRecoveryNotice],
}
