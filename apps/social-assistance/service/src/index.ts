import { defineService, divisions, fromSubjects, parametersSubject, tasksSubject, type Subject } from '@xishan/service-kit'
import { contract, parameters } from '@xishan/social-assistance-contract'
import { applications } from './applications/applications'
import { benefitChanges } from './benefit-changes/benefit-changes'
import { benefits } from './benefits/benefits'
import { deaths } from './deaths/deaths'
import { decisions } from './decisions/decisions'
import { disbursements } from './disbursements/disbursements'
import { documents } from './documents/documents'
import { listExports } from './exports/exports'
import { households } from './households/households'
import { indicators } from './indicators/indicators'
import { investigations } from './investigations/investigations'
import { meansChecks } from './means-checks/means-checks'
import { migrations } from './migrations'
import { objections } from './objections/objections'
import { papers } from './papers/papers'
import { payables } from './payables/payables'
import { BeginStandardChange } from './payables/standards/begin-standard-change'
import { payments } from './payments/payments'
import { postings } from './postings/postings'
import { publicLists } from './public-lists/public-lists'
import { recoveries } from './recoveries/recoveries'
import { reveals } from './reveals/reveals'
import { rosterImports } from './roster-imports/roster-imports'
import { taskLists } from './tasks/task-lists'

const subjects: readonly Subject[] = [
  applications,
  benefits,
  decisions,
  divisions,
  documents,
  listExports,
  households,
  indicators,
  investigations,
  meansChecks,
  objections,
  papers,
  parametersSubject(parameters, BeginStandardChange),
  postings,
  publicLists,
  reveals,
  tasksSubject(taskLists),
  benefitChanges,
  deaths,
  disbursements,
  payables,
  payments,
  recoveries,
  rosterImports,
]

export const service = defineService({
  contract,
  migrations,
  ...fromSubjects(subjects),
})

/** What seeds and history are made with: the same rows by the same rules. */
export { Application } from './applications/application.entity'
export { ApplicationFinances } from './applications/finances.entity'
export { enterState, nearestDates, periodOf, type RunningTerm } from './applications/terms'
export { BenefitAmount } from './benefits/benefit-amount.entity'
export { BenefitMember } from './benefits/benefit-member.entity'
export { benefitOfGrant, type NewBenefit, type PaidHousehold, type PaidMember } from './benefits/benefit-of-grant'
export { Benefit } from './benefits/benefit.entity'
export { adverseDecision, confirmation } from './decisions/decide'
export { Decision } from './decisions/decision.entity'
export { Delivery } from './documents/delivery.entity'
export { HouseholdMember } from './households/household-member.entity'
export { memberRows, sheetFacts } from './households/household-sheet'
export { Household } from './households/household.entity'
export { Survey } from './investigations/survey.entity'
export { MeansCheckAnswer } from './means-checks/means-check-answer.entity'
export { MeansCheck } from './means-checks/means-check.entity'
export { checkOf } from './means-checks/request-check'
export { Objection } from './objections/objection.entity'
export { postingOf, type PostedOpinion } from './postings/posting-of'
export { Posting } from './postings/posting.entity'
export { ConfirmChange } from './benefit-changes/confirm-change'
export { FillChangeFacts } from './benefit-changes/fill-change-facts'
export { HandChangeOn } from './benefit-changes/hand-change-on'
export { ProposeChange } from './benefit-changes/propose-change'
export { ReportBenefitChange } from './benefit-changes/report-change'
export { BenefitChange } from './benefit-changes/benefit-change.entity'
export { EndOfPay } from './benefit-changes/end-of-pay.job'
export { ChangeDelivery } from './benefit-changes/change-delivery.entity'
export { RecordChangeDelivery } from './benefit-changes/record-change-delivery'
export { DeathTaskDesk } from './deaths/death-task-desk'
export { WatchDeaths } from './deaths/watch-deaths.job'
export { DecideClaim } from './recoveries/decide-claim'
export { AnswerFindings, OPEN_FINDING } from './disbursements/answer-findings'
export { Batch } from './disbursements/batch.entity'
export { CalculateBatch } from './disbursements/calculate-batch'
export { CreateBatch } from './disbursements/create-batch'
export { SetFunds } from './disbursements/set-funds'
export { SignBatch } from './disbursements/sign-batch'
export { DecideAdjustment } from './payables/adjustments/decide-adjustment'
export { ProposeAdjustment } from './payables/adjustments/propose-adjustment'
export { DecideOneOff } from './payables/one-off/decide-one-off'
export { ProposeOneOff } from './payables/one-off/propose-one-off'
export { DecideFailedLines } from './payments/decide-failed-lines'
export { exportPaymentFile } from './payments/export-payment-file'
export { ProposeCorrection } from './payments/propose-correction'
export { ReadReturn } from './payments/read-return'
export { ResendFailed } from './payments/resend-failed'
export { ResolveReturnRow } from './payments/resolve-return-row'
export { SettleBatch } from './payments/settle-batch'
export { loadUsualTemplates } from './payments/usual-templates'
export { AgreeOnRepayment } from './recoveries/agree-on-repayment'
export { NotifyDebtor } from './recoveries/notify-debtor'
export { OpenRecovery } from './recoveries/open-recovery'
export { RecordRepayment } from './recoveries/record-repayment'
export { StartCollection } from './recoveries/start-collection'
export { TakeToCourt } from './recoveries/take-to-court'
export { WriteOff } from './recoveries/write-off'
export { FindBenefits } from './benefits/find-benefits'
export { FindHouseholds } from './households/find-households'
export { FindCoverage } from './indicators/find-coverage'
export { ApplyRoster } from './roster-imports/apply-roster'
export { CheckRoster } from './roster-imports/check-roster'
export { RosterImport } from './roster-imports/roster-import.entity'
export { UploadRoster } from './roster-imports/upload-roster'
