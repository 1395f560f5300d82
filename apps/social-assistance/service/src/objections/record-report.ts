import { DomainProblem, labelOf, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, type Ciphers } from '@xishan/service-kit'
import { applicationLifecycle, isDecided, type ReportInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireNotAfter } from '../applications/application-desk'
import { objectionOf } from './objection-of'
import { Objection } from './objection.entity'

/** A complaint about an open case: from now on the bureau must visit the home, and decides itself (57号 §20). */
@Injectable()
export class RecordReport {
  constructor(
    @Inject(ApplicationDesk) private readonly desk: ApplicationDesk,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, id: string, { version, reporter, ...report }: ReportInput): Promise<Saved> {
    return this.desk.change(actor, id, version, 'recordReport', async ({ work, application }) => {
      if (isDecided(application.state) || application.state === 'DRAFT')
        throw new DomainProblem('action-out-of-state', { action: '登记投诉举报', state: labelOf(applicationLifecycle, application.state) })
      requireNotAfter(work.businessDate, report.receivedOn, { path: 'receivedOn', title: '收到投诉举报日期' })
      application.reported = true
      await work.insert(Objection, [objectionOf(application, 'REPORT', { ...report, objector: reporter }, work, this.ciphers)])
    })
  }
}
