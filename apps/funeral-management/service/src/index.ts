import { contract, parameters } from '@xishan/funeral-management-contract'
import { defineService, divisions, fromSubjects, parametersSubject, tasksSubject, type Subject } from '@xishan/service-kit'
import { adoptions } from './adoptions/adoptions'
import { archives } from './archives/archives'
import { bills } from './bills/bills'
import { cremations } from './cremations/cremations'
import { deathLists } from './death-lists/death-lists'
import { deaths } from './deaths/deaths'
import { publicDivisions } from './divisions/public-divisions'
import { dispositions } from './dispositions/dispositions'
import { ecoAwards } from './eco-awards/eco-awards'
import { listExports } from './exports/exports'
import { facilities } from './facilities/facilities'
import { graves } from './graves/graves'
import { indicators } from './indicators/indicators'
import { mourningPlaces } from './mourning-places/mourning-places'
import { prices } from './prices/prices'
import { registrationQuality } from './registration-quality/registration-quality'
import { reveals } from './reveals/reveals'
import { trainings } from './trainings/trainings'
import { satisfaction } from './satisfaction/satisfaction'
import { settlements } from './settlements/settlements'
import { taskLists } from './tasks/task-lists'
import { migrations } from './migrations'

const subjects: readonly Subject[] = [
  divisions,
  parametersSubject(parameters),
  publicDivisions,
  tasksSubject(taskLists),
  listExports,
  reveals,
  indicators,
  adoptions,
  archives,
  bills,
  cremations,
  deathLists,
  deaths,
  dispositions,
  ecoAwards,
  facilities,
  graves,
  mourningPlaces,
  prices,
  registrationQuality,
  satisfaction,
  settlements,
  trainings,
]

export const service = defineService({
  contract,
  migrations,
  ...fromSubjects(subjects),
})

/** What seeds and history are made with: the same rows by the same rules. */
export { Cremation } from './cremations/cremation.entity'
export { DeathChange } from './deaths/death-change.entity'
export { DeathReport } from './deaths/death-report.entity'
export { Death } from './deaths/death.entity'
export { personColumns } from './deaths/deceased-facts'
export { newDeath, tellDeath, type ToldDeath } from './deaths/tell-death'
export { Disposition } from './dispositions/disposition.entity'
export { Facility, Plot, Zone } from './facilities/facility.entity'
export { GraveContract } from './facilities/grave-contract.entity'
export { ApplyDeathList } from './death-lists/apply-death-list'
export { CheckDeathList } from './death-lists/check-death-list'
export { DeathList } from './death-lists/death-list.entity'
export { ListDesk } from './death-lists/list-desk'
export { ChangeDeath } from './deaths/change-death'
export { DeathPapers } from './deaths/death-papers'
export { RegisterDeath } from './deaths/register-death'
export { ReportDeath } from './deaths/report-death'
export { SettleDeath } from './deaths/settle-death'
export { HandleContract } from './facilities/handle-contract'
export { InspectFacility } from './facilities/inspect-facility'
export { SellPlot } from './facilities/sell-plot'
export { WatchContracts } from './facilities/watch-contracts'
export { FindIndicators } from './indicators/find-indicators'
export { draw } from './registration-quality/draw'
export { QualitySample, SampledFile } from './registration-quality/quality-sample.entity'
export { OfficeGrade, RegistrationOffice } from './registration-quality/registration-office.entity'
export { KeepArchive } from './archives/keep-archive'
export { KeepMourningPlace } from './mourning-places/keep-mourning-place'
export { KeepTraining } from './trainings/keep-training'
export { AnswerFault } from './eco-awards/answer-fault'
export { AwardFile } from './eco-awards/award-file'
export { AwardPapers } from './eco-awards/award-papers'
export { ChangePayee } from './eco-awards/change-payee'
export { DecideAward } from './eco-awards/decide-award'
export { MakeAwardList } from './eco-awards/make-award-list'
export { RecoverAward } from './eco-awards/recover-award'
export { SettleAwardList } from './eco-awards/settle-award-list'
export { SignAwardList } from './eco-awards/sign-award-list'
export { SubmitAward } from './eco-awards/submit-award'
export { ChangeDisposition } from './dispositions/change-disposition'
export { AssessAdoption } from './adoptions/assess-adoption'
export { ConcludeAdoption } from './adoptions/conclude-adoption'
export { OpenAdoption } from './adoptions/open-adoption'
export { IssueBill } from './bills/issue-bill'
export { KeepBill } from './bills/keep-bill'
export { GravePhotos } from './graves/grave-photos'
export { NotifyGrave } from './graves/notify-grave'
export { RemedyGrave } from './graves/remedy-grave'
export { ReportGrave } from './graves/report-grave'
export { VerifyGrave } from './graves/verify-grave'
export { DecidePriceSheet } from './prices/decide-price-sheet'
export { ProposePrices } from './prices/propose-prices'
export { AnswerSurvey } from './satisfaction/answer-survey'
export { DecideSettlement } from './settlements/decide-settlement'
export { DrawSettlement } from './settlements/draw-settlement'
