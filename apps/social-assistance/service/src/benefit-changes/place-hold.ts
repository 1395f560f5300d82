import { label, monthOf, type BenefitMonth } from '@xishan/domain'
import { newId, type Work } from '@xishan/service-kit'
import { HOLD_GROUND, type HoldGround } from '@xishan/social-assistance-contract'
import type { Benefit } from '../benefits/benefit.entity'
import { holdLines, type HeldLines } from '../disbursements/hold-lines'
import { BenefitHold } from './benefit-hold.entity'

export interface NewHold {
  ground: HoldGround
  because: string
  /** Left out: from the present month on. */
  fromMonth?: BenefitMonth
  changeId?: string
  deathId?: string
}

/**
 * Sends nothing more for a benefit until the hold is lifted (缓发): lines that wait are kept back, those at the bank are past holding.
 * @param benefit taken with `work.get`, so that nobody else changes it meanwhile; saved here
 */
export async function placeHold(work: Work, benefit: Benefit, { ground, because, fromMonth = monthOf(work.businessDate), changeId, deathId }: NewHold): Promise<HeldLines & { holdId: string }> {
  const hold = Object.assign(new BenefitHold(), {
    id: newId(), divisionCode: benefit.divisionCode, benefitId: benefit.id, ground, because, fromMonth, placedOn: work.businessDate, placedBy: work.actor.name,
    changeId: changeId ?? null, deathId: deathId ?? null,
  })
  await work.insert(BenefitHold, [hold])
  benefit.hold()
  const held = await holdLines(work, benefit.id, `${label(HOLD_GROUND, ground)}：${because}`)
  await work.save(benefit, 'hold', { changes: { ground, fromMonth, heldLines: held.count, heldFen: held.fen } })
  return { ...held, holdId: hold.id }
}
