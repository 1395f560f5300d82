import { DomainProblem, addDays, type Actor, type Saved } from '@xishan/domain'
import { ParameterBooks, UnitOfWork, type Work } from '@xishan/service-kit'
import { OPEN_CHANGE_STATES, PARAMETER, type ConfirmUnchanged, type ProposeUnchanged } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { Benefit } from '../benefits/benefit.entity'
import { ChangeDesk } from './change-desk'
import { settleUnchanged } from './confirm-change'
import { BenefitChange } from './benefit-change.entity'
import { ReportBenefitChange } from './report-change'

/**
 * 批量复核: households that are due and as they were, in one go. Each is a case of its own with its own steps; if one of them cannot be
 * taken none is, and the sentence names it.
 */
@Injectable()
export class BatchRecheck {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ChangeDesk) private readonly desk: ChangeDesk,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(ReportBenefitChange) private readonly reports: ReportBenefitChange,
  ) {}

  propose(actor: Actor, { benefits, checkedOn, opinion }: ProposeUnchanged): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      requireNotAfter(work.businessDate, checkedOn, { path: 'checkedOn', title: '复核日期' })
      return lastOf(benefits, async ({ id, version }) => {
        await this.requireDue(work, id, version)
        const { id: changeId } = await this.reports.report(work, { benefitId: id, kind: 'RECOMPUTE', ground: 'PERIODIC', source: 'RECHECK', content: opinion, occurredOn: checkedOn, reportedOn: checkedOn })
        const at = await this.desk.open(work, changeId, undefined)
        return this.desk.step(work, at, 'propose', { opinion, outcome: 'UNCHANGED' }, ({ change }) => {
          change.outcome = 'UNCHANGED'
          change.proposedFen = change.beforeFen
        })
      })
    })
  }

  confirm(actor: Actor, { changes, opinion }: ConfirmUnchanged): Promise<Saved> {
    return this.unitOfWork.run(actor, (work) =>
      lastOf(changes, async ({ id, version }) => {
        const at = await this.desk.open(work, id, undefined)
        if (at.change.version !== version) throw new DomainProblem('recheck-stale', { name: at.change.applicantName })
        return this.desk.step(work, at, 'confirmUnchanged', { opinion }, (open) => settleUnchanged(open, opinion))
      }),
    )
  }

  private async requireDue(work: Work, id: string, version: number): Promise<void> {
    const benefit = await work.get(Benefit, id)
    const name = benefit.applicantName
    if (benefit.version !== version) throw new DomainProblem('recheck-stale', { name })
    const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
    const until = addDays(work.businessDate, book.number(PARAMETER.change.recheckWarn))
    if (benefit.recheckOn === null || benefit.recheckOn > until) throw new DomainProblem('recheck-not-due', { name, on: benefit.recheckOn ?? '（未定）' })
    const open = (await work.find(BenefitChange, { benefitId: id, kind: 'RECOMPUTE' })).some(({ state }) => OPEN_CHANGE_STATES.includes(state))
    if (open) throw new DomainProblem('recheck-open', { name })
  }
}

/** One after the other, in one order for everybody, so that two at once wait rather than block each other. */
async function lastOf<T extends { id: string }>(items: readonly T[], act: (item: T) => Promise<Saved>): Promise<Saved> {
  let saved: Saved | undefined
  for (const item of [...items].sort((a, b) => (a.id < b.id ? -1 : 1))) saved = await act(item)
  if (!saved) throw new DomainProblem('invalid-input')
  return saved
}
