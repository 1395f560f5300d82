import { overall, type ParameterBook } from '@xishan/domain'
import type { Category } from '../benefits/benefit'
import type { Residence } from '../households/code-sets'
import { PARAMETER } from '../parameters/keys'
import type { Assessment } from './assessment'
import { inFen, inPeople, step } from './steps'

/** What a roster tells of a household: no circumstances, only what it is paid. */
export interface RosterHousehold {
  residence: Residence
  category: Category
  memberCount: number
  amountFen: number
}

/**
 * The amount of a household that came by a roster, under a new standard: what it was paid, and for each person what the standard rose by;
 * at least the minimum payment, never below nothing.
 */
export function rosterAmount({ residence, category, memberCount, amountFen }: RosterHousehold, before: ParameterBook, after: ParameterBook): Assessment {
  const key = PARAMETER.standard[residence]
  const [oldFen, newFen] = [before.number(key), after.number(key)]
  const minimumFen = after.number(PARAMETER.minimumPayment)
  const outcome = Math.max(0, amountFen + (newFen - oldFen) * memberCount, amountFen > 0 ? minimumFen : 0)
  const steps = [
    step('amount.roster', 'info', {
      inputs: [inFen('名册（原）月保障金额', amountFen), inFen('原标准', oldFen), inFen('新标准', newFen), inPeople('保障人数', memberCount), inFen('最低发放额', minimumFen)],
      parameters: after.used(key, PARAMETER.minimumPayment),
      outcome: inFen('月保障金额', outcome),
    }),
  ]
  return {
    result: 'pass', entry: 'HOUSEHOLD', category, amountFen: outcome, expectedFen: outcome, standardFen: newFen, perCapitaFen: null, countedMembers: memberCount, coveredMembers: memberCount,
    recheckMonths: null, perMember: [], trace: { decidedOn: after.on, result: overall(steps), steps },
  }
}
