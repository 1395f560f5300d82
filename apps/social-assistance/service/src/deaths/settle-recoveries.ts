import { monthInChinese } from '@xishan/domain'
import { ParameterBooks, newId, type Work } from '@xishan/service-kit'
import type { BenefitWithDeaths } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Benefit } from '../benefits/benefit.entity'
import { findOverpayment } from '../recoveries/find-overpayment'
import { Recovery } from '../recoveries/recovery.entity'
import { rememberEffect, reverseEffect, type Effect } from './benefit-with-deaths'
import { DeathTask } from './death-task.entity'
import { openTask } from './open-task'
import { paidWithoutRight, type PaidWithoutRight } from './paid-without-right'
import { UNTOLD, withdrawRecovery } from './withdraw-for-death'

/** What is claimed of each month; null where a person says how much. */
type Months = Record<string, number | null>

/** Keeps the claims for a household's deaths in line with what was paid after them. Each is a proposal that a person decides. */
@Injectable()
export class SettleRecoveries {
  constructor(@Inject(ParameterBooks) private readonly books: ParameterBooks) {}

  async execute(work: Work, benefitId: string, household: BenefitWithDeaths, sofar: readonly Effect[]): Promise<void> {
    const found = await paidWithoutRight(work, this.books, await work.get(Benefit, benefitId), household)
    const claims = sofar.filter(({ kind }) => kind === 'RECOVERY')
    for (const { deathId, reversedOn } of claims) if (reversedOn === null && !found.some((share) => share.deathId === deathId)) await this.claim(work, benefitId, household, { deathId, months: {}, unknown: {} }, claims)
    for (const share of found) {
      await this.claim(work, benefitId, household, share, claims)
      await noteUnknown(work, benefitId, share)
    }
  }

  private async claim(work: Work, benefitId: string, household: BenefitWithDeaths, { deathId, months: known, unknown }: PaidWithoutRight, claims: readonly Effect[]): Promise<void> {
    const months: Months = { ...known, ...Object.fromEntries(Object.keys(unknown).map((month) => [month, null])) }
    const earlier = claims.find((effect) => effect.deathId === deathId)
    const before = earlier && earlier.reversedOn === null ? earlier.months : {}
    if (isSame(before, months)) return
    const refs = [...(earlier?.refs ?? [])]
    const stays = earlier && earlier.reversedOn === null ? await this.withdrawUntold(work, benefitId, deathId, refs, months) : {}
    const missing = Object.entries(known).flatMap(([month, overpaidFen]) => (overpaidFen > (stays[month] ?? 0) ? [{ month, overpaidFen: overpaidFen - (stays[month] ?? 0) }] : []))
    const openMonths = Object.fromEntries(Object.entries(unknown).filter(([month]) => stays[month] === undefined))
    const benefit = await work.get(Benefit, benefitId)
    const dead = household.people.find(({ death }) => death?.id === deathId)
    const ground = `${dead?.name ?? ''}于 ${dead?.death?.diedOn ?? ''} 死亡，此后月份仍发放的保障金`
    const id = await findOverpayment(work, benefit, { cause: 'LATE_EVENT', causeKind: 'DEATH', causeId: earlier ? newId() : deathId, ground, months: missing, openMonths })
    if (id) refs.push(id)
    const claimed = { deathId, kind: 'RECOVERY' as const, refs, months, recoveryFen: Object.values(known).reduce((sum, fen) => sum + fen, 0) }
    await rememberEffect(work, benefit, claimed)
    if (Object.keys(months).length === 0) await reverseEffect(work, benefit, claimed)
  }

  /**
   * Takes back what nobody has been told of, and, where nothing is left to claim, everything.
   * @returns by month what stays claimed, because people are at work on it
   */
  private async withdrawUntold(work: Work, benefitId: string, deathId: string, refs: readonly string[], months: Months): Promise<Record<string, number>> {
    const nothing = Object.keys(months).length === 0
    const stays: Record<string, number> = {}
    for (const ref of refs) {
      const recovery = await work.get(Recovery, ref)
      if (recovery.state === 'WITHDRAWN') continue
      if ((nothing || UNTOLD.includes(recovery.state)) && (await withdrawRecovery(work, ref, '死亡信息已撤销或更正，多发金额重新核定'))) continue
      for (const { month, fen } of await netOf(work, ref)) stays[month] = (stays[month] ?? 0) + fen
    }
    if (Object.entries(stays).some(([month, fen]) => months[month] !== null && fen > (months[month] ?? 0))) {
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      const { householdId, divisionCode, applicantName } = await work.get(Benefit, benefitId)
      await openTask(work, book, { kind: 'CONFLICT', deathId, benefitId, householdId, divisionCode, applicantName, detail: '死亡信息更正后，已告知本户或已核销的追回金额多于应追回金额，请核对并调整追回。' })
    }
    return stays
  }
}

const netOf = (work: Work, recoveryId: string): Promise<{ month: string; fen: number }[]> =>
  work.query(
    `select month, sum(case kind when 'DUE' then amount_fen else -amount_fen end)::float8 as fen from recovery_entry where recovery_id = $1 and kind in ('DUE', 'REVERSED') group by month order by month`,
    [recoveryId],
  )

const isSame = (one: Months, other: Months): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([month, fen]) => other[month] === fen)

/** The rules cannot say what was too much: whoever decides the claim does, and the task tells the street. */
async function noteUnknown(work: Work, benefitId: string, { deathId, unknown }: PaidWithoutRight): Promise<void> {
  const months = Object.keys(unknown)
  if (months.length === 0) return
  const words = `${months.map(monthInChinese).join('、')}已按原金额发放，现有材料不足以核定多发金额，已列入“追回”，由区局核定；复核调整自死亡次月起执行的，以复核结果为准。`
  const [task] = await work.query<{ id: string; detail: string }>(
    `select id, detail from death_task where death_id = $1 and benefit_id = $2 and kind = 'RECHECK' and state = 'AT_STREET'`,
    [deathId, benefitId],
  )
  if (!task || task.detail.includes(words)) return
  const stored = await work.get(DeathTask, task.id)
  stored.detail = `${stored.detail.split('\n')[0] ?? ''}\n${words}`
  await work.save(stored, 'noteUnknown', { opinion: words })
}
