import { DomainProblem, label, monthOf, addToMonth, type Actor, type Saved } from '@xishan/domain'
import { CHANGE_KIND, CHANGE_OUTCOME, PARAMETER, lastExitMonth, requireAgreement, type Assessment, type ChangeInputs, type ChangeKind, type ChangeOutcome } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ChangeDesk, requireInPay, type OpenChange } from './change-desk'
import { assessFacts, differenceFrom, paidNow } from './household-now'
import { monthsOf } from './months'
import { requireNoneOpen } from './report-change'

type Proposal = ChangeInputs['propose']

/** What each kind of change may come to. */
const OUTCOMES: Readonly<Record<ChangeKind, readonly ChangeOutcome[]>> = {
  RECOMPUTE: ['CHANGE', 'UNCHANGED', 'GRADUAL_EXIT', 'STOP'],
  HOLD: ['CHANGE'],
  RESUME: ['CHANGE'],
  GRADUAL_EXIT: ['GRADUAL_EXIT'],
  STOP: ['STOP'],
  ACCOUNT: ['CHANGE'],
  HEAD: ['CHANGE'],
}

/** The clerk who looked into it says what should come of it; the rules are asked where the amount is at stake. */
@Injectable()
export class ProposeChange {
  constructor(@Inject(ChangeDesk) private readonly desk: ChangeDesk) {}

  execute(actor: Actor, id: string, input: Proposal): Promise<Saved> {
    return this.desk.take(actor, id, 'propose', input, async (at) => {
      const { change, benefit } = at
      if (change.kind !== 'RESUME') requireInPay(benefit)
      if (!OUTCOMES[change.kind].includes(input.outcome))
        throw new DomainProblem('outcome-of-kind', { kind: label(CHANGE_KIND, change.kind), outcome: label(CHANGE_OUTCOME, input.outcome) }, [{ field: 'outcome', message: '请选择适用的变更意见' }])
      const before = await paidNow(at.ask, benefit.id)
      change.beforeFen = before.amountFen
      const assessment = change.kind === 'RECOMPUTE' ? this.workOut(at, input, before.amountFen) : null
      change.assessment = assessment
      change.difference = assessment && change.facts ? differenceFrom(before, change.facts, assessment) : null
      change.outcome = input.outcome
      change.proposedFen = input.outcome === 'STOP' ? 0 : input.outcome === 'CHANGE' && assessment ? assessment.amountFen : before.amountFen
      requireAgreement({ amountFen: input.amountFen, recommend: true }, { result: 'pass', amountFen: change.proposedFen })
      await this.setMonths(at, input)
      return assessment ? { trace: assessment.trace } : {}
    })
  }

  /** @throws DomainProblem where the rules say something else than what is proposed */
  private workOut({ change, book }: OpenChange, { outcome }: Proposal, beforeFen: number): Assessment | null {
    if (outcome === 'UNCHANGED' && change.filledOn === null) return null
    if (!change.facts || change.filledOn === null) throw new DomainProblem('change-facts-missing')
    const assessment = assessFacts(change.facts, book)
    if (assessment.result === 'unknown') throw new DomainProblem('recompute-unknown')
    if (outcome === 'CHANGE' && assessment.result === 'fail') throw new DomainProblem('not-entitled-any-more')
    if ((outcome === 'STOP' || outcome === 'GRADUAL_EXIT') && assessment.result === 'pass') throw new DomainProblem('still-entitled', { amount: assessment.amountFen / 100 })
    if (outcome === 'UNCHANGED' && assessment.amountFen !== beforeFen) throw new DomainProblem('not-unchanged', { before: beforeFen / 100, after: assessment.amountFen / 100 })
    return assessment
  }

  private async setMonths(at: OpenChange, { outcome, fromMonth, lastMonth }: Proposal): Promise<void> {
    const { ask, work, change, benefit, book } = at
    const { open } = await monthsOf(ask, work.businessDate)
    if (outcome === 'GRADUAL_EXIT' || outcome === 'STOP') {
      if (change.kind !== outcome) await requireNoneOpen(ask, { benefitId: benefit.id, kind: outcome }, change.id)
      change.kind = outcome
      const first = outcome === 'GRADUAL_EXIT' ? open : addToMonth(benefit.fromMonth, -1)
      const last = outcome === 'GRADUAL_EXIT' ? lastExitMonth(open, book.number(PARAMETER.change.exitMonths)) : addToMonth(open, 1)
      change.lastMonth = requireMonth('exit-month', 'lastMonth', lastMonth, first, last)
      change.fromMonth = addToMonth(change.lastMonth, 1)
    } else if (outcome === 'CHANGE' && change.kind === 'RECOMPUTE') {
      const standard = monthOf(book.version(PARAMETER.standard[benefit.residence]).effectiveFrom)
      const first = standard > benefit.fromMonth ? standard : benefit.fromMonth
      change.fromMonth = requireMonth('change-month', 'fromMonth', fromMonth, first, addToMonth(open, 2))
    } else if (change.kind === 'HOLD') change.fromMonth = requireMonth('change-month', 'fromMonth', fromMonth ?? open, benefit.fromMonth, addToMonth(open, 2))
  }
}

function requireMonth(code: 'change-month' | 'exit-month', field: string, month: string | null, from: string, to: string): string {
  if (month === null || month < from || month > to) throw new DomainProblem(code, { from, to }, [{ field, message: `请填写 ${from} 至 ${to} 之间的月份` }])
  return month
}
