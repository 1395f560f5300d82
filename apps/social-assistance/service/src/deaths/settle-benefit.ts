import { addMonths, addToMonth, monthInChinese, type BenefitMonth, type ParameterBook } from '@xishan/domain'
import { ParameterBooks, type Work } from '@xishan/service-kit'
import { PARAMETER, effectsOfDeaths, type BenefitWithDeaths, type WantedEffects } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { liftHold } from '../benefit-changes/lift-hold'
import { monthsOf } from '../benefit-changes/months'
import { placeHold } from '../benefit-changes/place-hold'
import { ReportBenefitChange } from '../benefit-changes/report-change'
import { Benefit } from '../benefits/benefit.entity'
import { benefitWithDeaths, effectsSoFar, rememberEffect, reverseEffect, type Effect } from './benefit-with-deaths'
import { openTask, withdrawTask } from './open-task'
import { SettleRecoveries } from './settle-recoveries'
import { withdrawChange } from './withdraw-for-death'

interface Settling {
  work: Work
  book: ParameterBook
  benefitId: string
  household: BenefitWithDeaths
  sofar: readonly Effect[]
}

/**
 * Brings what was done for the deaths in a household in line with what is known of them now: done again it does nothing, and a death that
 * is corrected or revoked is taken back. Only a hold takes effect by itself; everything else a person decides.
 */
@Injectable()
export class SettleBenefit {
  constructor(
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(ReportBenefitChange) private readonly report: ReportBenefitChange,
    @Inject(SettleRecoveries) private readonly recoveries: SettleRecoveries,
  ) {}

  async execute(work: Work, benefitId: string, eventId: string | null): Promise<void> {
    const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
    const benefit = await work.get(Benefit, benefitId)
    const settling = { work, book, benefitId, household: await benefitWithDeaths(work, benefit), sofar: await effectsSoFar(work, benefitId) }
    const wanted = effectsOfDeaths(settling.household)
    const undone = settling.sofar.filter((effect) => effect.reversedOn === null && effect.kind !== 'RECOVERY' && !isWanted(effect, wanted))
    for (const want of wanted) await this.hold(settling, want)
    for (const want of wanted) await this.openTasks(settling, want)
    // Before holds are lifted: what is claimed of a month would count as not paid for it.
    await this.recoveries.execute(work, benefitId, settling.household, settling.sofar)
    for (const effect of undone) await this.takeBack(settling, effect, wanted)
    for (const want of wanted) await this.proposeStop(settling, want, eventId)
  }

  /** Nothing is sent any more. A hold that a person has lifted is not placed again. */
  private async hold({ work, benefitId, household, sofar }: Settling, { deathId, holdFrom, tasks }: WantedEffects): Promise<void> {
    const known = sofar.find((effect) => effect.deathId === deathId && effect.kind === 'HOLD' && effect.reversedOn === null)
    if (holdFrom === null || known?.month === holdFrom) return
    const dead = household.people.find(({ death }) => death?.id === deathId)
    const because = `${dead?.name ?? ''} ${dead?.death?.diedOn ?? ''} 死亡，${tasks.length === 0 ? '本户已无其他享受待遇的成员' : '收款账户为其本人账户'}`
    const benefit = await work.get(Benefit, benefitId)
    const unpaid = await firstUnpaidMonth(work, benefitId)
    const { holdId, fen } = await placeHold(work, benefit, { ground: 'DEATH', because, fromMonth: unpaid > holdFrom ? unpaid : holdFrom, deathId })
    for (const old of known?.refs ?? []) await liftHold(work, old, `死亡日期更正为 ${dead?.death?.diedOn ?? ''}`)
    await rememberEffect(work, benefit, { deathId, kind: 'HOLD', refs: [holdId], month: holdFrom, heldFen: fen })
  }

  private async proposeStop({ work, benefitId, household, sofar }: Settling, { deathId, stopAfter }: WantedEffects, eventId: string | null): Promise<void> {
    if (stopAfter === null || sofar.some((effect) => effect.deathId === deathId && effect.kind === 'STOP' && effect.reversedOn === null && effect.month === stopAfter)) return
    const [open] = await work.query(`select from benefit_change where benefit_id = $1 and kind = 'STOP' and state in ('REPORTED', 'PROPOSED', 'REVIEWED')`, [benefitId])
    if (open) return
    const dead = household.people.find(({ death }) => death?.id === deathId)
    const { id } = await this.report.report(
      work,
      {
        benefitId, kind: 'STOP', ground: 'DEATH', source: 'EVENT', occurredOn: dead?.death?.diedOn ?? work.businessDate, reportedOn: work.businessDate,
        content: `${dead?.name ?? ''}于 ${dead?.death?.diedOn ?? ''} 死亡，本户已无其他享受待遇的成员，保障金已自 ${monthInChinese(addToMonth(stopAfter, 1))}起缓发。建议停发，最后发放月份为 ${monthInChinese(stopAfter)}。`,
      },
      eventId,
    )
    await rememberEffect(work, await work.get(Benefit, benefitId), { deathId, kind: 'STOP', refs: [id], month: stopAfter })
  }

  private async openTasks({ work, book, benefitId, household, sofar }: Settling, { deathId, tasks }: WantedEffects): Promise<void> {
    const dead = household.people.find(({ death }) => death?.id === deathId)
    if (!dead?.death) return
    const benefit = await work.get(Benefit, benefitId)
    const { diedOn } = dead.death
    const details = {
      RECHECK: `${dead.name}于 ${diedOn} 死亡，其他成员继续发放。请按现有成员复核本户，重新核定金额（民发〔2022〕83号）。`,
      CARD_CHANGE: `${dead.name}于 ${diedOn} 死亡，本户收款账户为其本人账户，已缓发。请为在世成员办理银行账户变更；变更后缓发的保障金全部补发。`,
    }
    for (const kind of tasks) {
      if (sofar.some((effect) => effect.deathId === deathId && effect.kind === kind && effect.reversedOn === null)) continue
      const dueOn = addMonths(diedOn, book.number(PARAMETER.change.deathReview))
      const { divisionCode, householdId, applicantName } = benefit
      const id = await openTask(work, book, { kind, deathId, benefitId, householdId, divisionCode, applicantName, detail: details[kind], dueOn: dueOn < work.businessDate ? work.businessDate : dueOn })
      await rememberEffect(work, benefit, { deathId, kind, refs: [id] })
    }
  }

  /** What was done for a death that is revoked, is of somebody else, or leaves nobody behind. What a person decided since is for a person to undo. */
  private async takeBack({ work, book, benefitId }: Settling, effect: Effect, wanted: readonly WantedEffects[]): Promise<void> {
    const revoked = !wanted.some(({ deathId }) => deathId === effect.deathId)
    const because = revoked ? '死亡信息已撤销或更正' : '家庭情况已有变化'
    let decided = false
    for (const ref of effect.refs) {
      if (effect.kind === 'HOLD') await liftHold(work, ref, because)
      else if (effect.kind === 'STOP') decided = (await withdrawChange(work, book, ref, because)) || decided
      else decided = (await withdrawTask(work, ref, because)) === 'DONE' && effect.kind === 'RECHECK' || decided
    }
    const benefit = await work.get(Benefit, benefitId)
    await reverseEffect(work, benefit, effect)
    if (!decided || !revoked) return
    const { divisionCode, householdId, applicantName } = benefit
    const detail = `按死亡信息办理的${effect.kind === 'STOP' ? '停发' : '复核调整'}已经确认，而该死亡信息已撤销或更正。请核实本户情况，恢复待遇并补发。`
    await openTask(work, book, { kind: 'REINSTATE', deathId: effect.deathId, benefitId, householdId, divisionCode, applicantName, detail })
  }
}

/** What was paid cannot be held; it is claimed. */
async function firstUnpaidMonth(work: Work, benefitId: string): Promise<BenefitMonth> {
  const { begun } = await monthsOf((sql, parameters) => work.query(sql, parameters), work.businessDate)
  const [paid] = await work.query<{ last: BenefitMonth | null }>(`select max(month) as last from disbursement_line where benefit_id = $1 and kind = 'REGULAR' and state in ('SENT', 'PAID', 'REISSUED')`, [benefitId])
  return paid?.last ? addToMonth(paid.last, 1) : begun
}

/** A hold of another month is replaced where holds are placed. */
function isWanted({ deathId, kind, month }: Effect, wanted: readonly WantedEffects[]): boolean {
  const want = wanted.find((each) => each.deathId === deathId)
  if (!want || kind === 'RECOVERY') return false
  if (kind === 'HOLD') return want.holdFrom !== null
  if (kind === 'STOP') return want.stopAfter === month
  return want.tasks.includes(kind)
}
