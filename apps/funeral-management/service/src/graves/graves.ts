import type { Subject } from '@xishan/service-kit'
import { FindGrave } from './find-grave'
import { FindGraves } from './find-graves'
import { GraveActionsController } from './grave-actions.controller'
import { GraveDesk } from './grave-desk'
import { GravePhotos } from './grave-photos'
import { GravesController } from './graves.controller'
import { IllegalGrave } from './illegal-grave.entity'
import { NotifyGrave } from './notify-grave'
import { PrintGraveNotice } from './print-grave-notice'
import { RemedyGrave } from './remedy-grave'
import { ReportGrave } from './report-grave'
import { VerifyGrave } from './verify-grave'

export const graves: Subject = {
  entities: [IllegalGrave],
  controllers: [GravesController, GraveActionsController],
  providers: [GraveDesk, FindGraves, FindGrave, ReportGrave, GravePhotos, VerifyGrave, NotifyGrave, RemedyGrave, PrintGraveNotice],
}
