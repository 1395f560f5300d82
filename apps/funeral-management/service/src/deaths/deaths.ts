import type { Subject } from '@xishan/service-kit'
import { ChangeDeath } from './change-death'
import { DeathActionsController } from './death-actions.controller'
import { DeathChange } from './death-change.entity'
import { DeathDesk } from './death-desk'
import { DeathPapers } from './death-papers'
import { DeathReport } from './death-report.entity'
import { Death } from './death.entity'
import { DeathsController } from './deaths.controller'
import { FindDeaths } from './find-deaths'
import { RegisterDeath } from './register-death'
import { ReportDeath } from './report-death'
import { SettleDeath } from './settle-death'

export const deaths: Subject = {
  entities: [Death, DeathReport, DeathChange],
  controllers: [DeathsController, DeathActionsController],
  providers: [DeathDesk, FindDeaths, RegisterDeath, ReportDeath, SettleDeath, ChangeDeath, DeathPapers],
}
