import { contract } from '@xishan/portal-contract'
import { defineService } from '@xishan/service-kit'
import { CollectDaily } from './collection/collect-daily'
import { CollectIndicators } from './collection/collect-indicators'
import { ExpectNewNumbersOfAll, ExpectNewNumbersOfLine } from './collection/expect-new-numbers'
import { Freshness } from './collection/freshness'
import { Snapshots } from './collection/snapshots.migration'
import { DeathFigureSnapshots } from './deaths/death-figures.migration'
import { DeathsController } from './deaths/deaths.controller'
import { FindDeathFigures } from './deaths/find-death-figures'
import { EnterValue } from './entries/enter-value'
import { EntriesController } from './entries/entries.controller'
import { FindEntries } from './entries/find-entries'
import { IndicatorEntries } from './entries/indicator-entries.migration'
import { IndicatorEntry } from './entries/indicator-entry.entity'
import { ReturnEntry } from './entries/return-entry'
import { ReviewEntry } from './entries/review-entry'
import { RevokeEntry } from './entries/revoke-entry'
import { WithdrawEntry } from './entries/withdraw-entry'
import { LineClient } from './lines/line-client'
import { FindOpenPoints } from './open-points/find-open-points'
import { OpenPoint } from './open-points/open-point.entity'
import { OpenPointsController } from './open-points/open-points.controller'
import { OpenPoints } from './open-points/open-points.migration'
import { RuleOnOpenPoint } from './open-points/rule-on-open-point'
import { Ruling } from './open-points/ruling.entity'
import { FindFacts } from './plan/find-facts'
import { FindPlan } from './plan/find-plan'
import { FindRecords } from './plan/find-records'
import { loadPlan } from './plan/load-plan'
import { OpenPointList, ProjectTable } from './plan/plan-data'
import { PlanController } from './plan/plan.controller'
import { FindProjects } from './projects/find-projects'
import { Project } from './projects/project.entity'
import { ProjectsController } from './projects/projects.controller'
import { Projects } from './projects/projects.migration'
import { CheckServices } from './services/check-services'
import { ServicesController } from './services/services.controller'
import { FindTasks } from './tasks/find-tasks'
import { OwnTasks } from './tasks/own-tasks'
import { TasksController } from './tasks/tasks.controller'

export { loadPlan, type PlanData } from './plan/load-plan'
export { OpenPointList, ProjectTable } from './plan/plan-data'

/** The portal's service: the plan, and what the lines have for the reader. */
export const service = defineService({
  contract,
  entities: [IndicatorEntry, OpenPoint, Ruling, Project],
  migrations: [IndicatorEntries, Snapshots, OpenPoints, Projects, DeathFigureSnapshots],
  controllers: [PlanController, EntriesController, ProjectsController, OpenPointsController, TasksController, ServicesController, DeathsController],
  providers: [
    LineClient,
    CollectIndicators,
    Freshness,
    FindFacts,
    FindPlan,
    FindRecords,
    FindEntries,
    EnterValue,
    ReviewEntry,
    ReturnEntry,
    WithdrawEntry,
    RevokeEntry,
    FindProjects,
    FindOpenPoints,
    RuleOnOpenPoint,
    OwnTasks,
    FindTasks,
    CheckServices,
    FindDeathFigures,
  ],
  dailyJobs: [CollectDaily],
  firstLoads: [
    {
      what: '规划项目和待明确事项',
      async load(work, folder) {
        const { projects } = await folder.read('plan/projects.json', ProjectTable)
        const { points } = await folder.read('plan/open-points.json', OpenPointList)
        await loadPlan(work, { projects, points })
        return projects.length + points.length
      },
    },
  ],
  subscriptions: [
    { type: 'subsistence-allowance.confirmed', handler: ExpectNewNumbersOfLine },
    { type: 'subsistence-allowance.stopped', handler: ExpectNewNumbersOfLine },
    { type: 'clock.advanced', handler: ExpectNewNumbersOfAll },
  ],
})
