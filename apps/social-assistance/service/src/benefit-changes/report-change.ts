import { DomainProblem, label, labelOf, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, ParameterBooks, UnitOfWork, newId, type Ask, type Ciphers, type Work } from '@xishan/service-kit'
import { CHANGE_KIND, benefitChangeLifecycle, type ReportChange } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter, requireUnrelated } from '../applications/application-desk'
import { Benefit } from '../benefits/benefit.entity'
import { HouseholdMember } from '../households/household-member.entity'
import { sheetFacts } from '../households/household-sheet'
import { BenefitChange } from './benefit-change.entity'
import { requireInPay } from './change-desk'
import { factsNow, paidNow } from './household-now'
import { openHolds } from './open-holds'

/** Something about a household in pay has changed, or is to be looked at again: the case begins. */
@Injectable()
export class ReportBenefitChange {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, input: ReportChange): Promise<Saved> {
    return this.unitOfWork.run(actor, (work) => this.report(work, input))
  }

  /** @throws DomainProblem `benefit-stopped`, `change-open`, `nothing-held`, `already-held`, `staff-relative`, `not-a-member` */
  async report(work: Work, input: ReportChange, eventId: string | null = null): Promise<Saved> {
    requireNotAfter(work.businessDate, input.reportedOn, { path: 'reportedOn', title: '报告日期' })
    const ask: Ask = (sql, parameters) => work.query(sql, parameters)
    const benefit = await work.get(Benefit, input.benefitId)
    if (input.kind !== 'RESUME') requireInPay(benefit)
    await requireNoneOpen(ask, input)
    await this.requireHoldOf(ask, input)
    const members = await work.find(HouseholdMember, { householdId: benefit.householdId })
    const change = Object.assign(new BenefitChange(), await this.rowOf(ask, work, benefit, input), {
      relatedAccountIds: sheetFacts({ members: members.map(({ facts }) => facts) }).relatedAccountIds, relations: relationsOf(input, members), eventId,
    })
    requireUnrelated(work.actor, change)
    work.begin(change, benefitChangeLifecycle, 'report')
    change.enter(work.businessDate, await this.books.on(work.businessDate, ask))
    return work.save(change, 'report', { opinion: input.content, input: { kind: input.kind, ground: input.ground, source: input.source, occurredOn: input.occurredOn } })
  }

  private async rowOf(ask: Ask, work: Work, { id: benefitId, householdId, divisionCode, applicantName }: Benefit, { account, relations: _, ...said }: ReportChange) {
    const before = await paidNow(ask, benefitId)
    return {
      ...said,
      id: newId(), number: await work.nextNumber('SAC'), divisionCode, householdId, applicantName, reportedBy: work.actor.name, beforeFen: before.amountFen,
      facts: said.kind === 'RECOMPUTE' ? await factsNow(ask, benefitId, work.businessDate) : null,
      ...(account
        ? { newBank: account.bank, newAccountNumberSealed: this.ciphers.encrypt(account.number), newAccountLastFour: account.number.slice(-4), newAccountHolder: account.holder }
        : {}),
    }
  }

  private async requireHoldOf(ask: Ask, { kind, benefitId }: ReportChange): Promise<void> {
    if (kind !== 'HOLD' && kind !== 'RESUME') return
    const holds = await openHolds(ask, benefitId)
    if (kind === 'RESUME' && holds.length === 0) throw new DomainProblem('nothing-held')
    if (kind === 'HOLD' && holds.some(({ ground }) => ground !== 'DEATH')) throw new DomainProblem('already-held')
  }
}

/** @throws DomainProblem `change-open` */
export async function requireNoneOpen(ask: Ask, { benefitId, kind }: Pick<BenefitChange, 'benefitId' | 'kind'>, except?: string): Promise<void> {
  const [open] = await ask<{ number: string; state: string }>(
    `select number, state from benefit_change where benefit_id = $1 and kind = $2 and state in ('REPORTED', 'PROPOSED', 'REVIEWED') and id is distinct from $3::uuid`,
    [benefitId, kind, except ?? null],
  )
  if (open) throw new DomainProblem('change-open', { kind: label(CHANGE_KIND, kind), number: `${open.number}，${labelOf(benefitChangeLifecycle, open.state)}` })
}

/** Everybody's relation to the new head; who is not named keeps the old one. */
function relationsOf({ kind, relations = [] }: ReportChange, members: readonly HouseholdMember[]): BenefitChange['relations'] {
  if (kind !== 'HEAD') return null
  const strange = relations.findIndex(({ memberId }) => !members.some(({ id }) => id === memberId))
  if (strange >= 0) throw new DomainProblem('not-a-member', {}, [{ field: `relations.${strange}.memberId`, message: '请选择本户的成员' }])
  const missing = members.find(({ id }) => !relations.some(({ memberId }) => memberId === id))
  if (missing) throw new DomainProblem('invalid-input', {}, [{ field: 'relations', message: `请填写“${missing.name}”与新户主的关系` }])
  return relations
}
