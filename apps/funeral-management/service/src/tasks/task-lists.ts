import { parameters } from '@xishan/funeral-management-contract'
import { proposalTasks, type TaskList } from '@xishan/service-kit'
import { adoptionTasks } from '../adoptions/adoption-tasks'
import { archiveTasks } from '../archives/archive-tasks'
import { billTasks } from '../bills/bill-tasks'
import { deathListTasks } from '../death-lists/death-list-tasks'
import { deathChangeTasks, deathTasks } from '../deaths/death-tasks'
import { dispositionChangeTasks } from '../dispositions/disposition-tasks'
import { awardFaultTasks, awardListTasks, awardPayeeTasks, awardTasks } from '../eco-awards/award-tasks'
import { graveContractTasks } from '../facilities/contract-tasks'
import { inspectionTasks } from '../facilities/inspection-tasks'
import { graveTasks } from '../graves/grave-tasks'
import { priceSheetTasks } from '../prices/price-tasks'
import { surveyTasks } from '../satisfaction/survey-tasks'
import { settlementTasks } from '../settlements/settlement-tasks'
import { sampleTasks } from '../registration-quality/sample-tasks'

/** Every kind of work that may wait for somebody in this line: a subject adds its own list here. */
export const taskLists: readonly TaskList[] = [deathTasks, deathChangeTasks, deathListTasks, sampleTasks, adoptionTasks, archiveTasks, dispositionChangeTasks, awardTasks, awardFaultTasks, awardPayeeTasks, awardListTasks, graveContractTasks, inspectionTasks, graveTasks, priceSheetTasks, billTasks, settlementTasks, surveyTasks, proposalTasks(parameters, '/funeral-management/parameters')]
