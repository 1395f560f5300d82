import { AcceptApplication } from './accept-application'
import { ApplicationListController } from './application-list.controller'
import { ApplicationDesk } from './application-desk'
import { Application } from './application.entity'
import { CheckDuplicate } from './check-duplicate'
import { ClockController } from './clock.controller'
import { CreateDraft } from './create-draft'
import { Duplicates } from './duplicates'
import { ExtendTerm } from './extend-term'
import { ApplicationFinances } from './finances.entity'
import { FindApplication } from './find-application'
import { FindApplications } from './find-applications'
import { HandCaseOn } from './hand-case-on'
import { NotAcceptApplication } from './not-accept-application'
import { RequestCorrection } from './request-correction'
import { ResumeClock } from './resume-clock'
import { SubmitApplication } from './submit-application'
import { SuspendClock } from './suspend-clock'
import { TerminateApplication } from './terminate-application'
import { UpdateDraft } from './update-draft'
import { WindowController } from './window.controller'
import { WithdrawApplication } from './withdraw-application'

export const applications = {
  entities: [Application, ApplicationFinances],
  controllers: [WindowController, ClockController, ApplicationListController],
  providers: [ApplicationDesk, Duplicates, CheckDuplicate, CreateDraft, UpdateDraft, SubmitApplication, RequestCorrection, AcceptApplication, NotAcceptApplication, HandCaseOn, WithdrawApplication, TerminateApplication, SuspendClock, ResumeClock, ExtendTerm, FindApplications, FindApplication],
}
