import type { Subject } from '@xishan/service-kit'
import { ApplyRoster, StartRosterApply } from './apply-roster'
import { CheckRoster, StartRosterCheck } from './check-roster'
import { FindRosterImport } from './find-roster-import'
import { FindRosterImports } from './find-roster-imports'
import { MapRoster } from './map-roster'
import { RefusedRows } from './refused-rows'
import { RosterActionsController } from './roster-actions.controller'
import { RosterDesk } from './roster-desk'
import { RosterImport } from './roster-import.entity'
import { RosterImportsController } from './roster-imports.controller'
import { RosterMapping } from './roster-mapping.entity'
import { SettleRoster } from './settle-roster'
import { UploadRoster } from './upload-roster'

export const rosterImports: Subject = {
  entities: [RosterImport, RosterMapping],
  controllers: [RosterImportsController, RosterActionsController],
  providers: [RosterDesk, UploadRoster, MapRoster, StartRosterCheck, SettleRoster, StartRosterApply, FindRosterImports, FindRosterImport, RefusedRows],
  longJobs: [CheckRoster, ApplyRoster],
}
