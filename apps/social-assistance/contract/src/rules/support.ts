import { percentOf, sharedBy, timesFactor, type ParameterBook } from '@xishan/domain'
import type { Evidence, Supporter } from '../finances/income'
import { PARAMETER } from '../parameters/keys'
import { inFen, inPeople, step, type Reasoned } from './steps'

/**
 * Monthly maintenance where neither agreement nor judgment fixes it: a share of what the supporter's household has above a multiple
 * of the standard, divided among those it has to maintain. Fen a month.
 */
export function supportByFormula(supporter: Supporter, standardFen: number, evidence: Evidence, book: ParameterBook): Reasoned<number> {
  const kept = timesFactor(standardFen * supporter.householdSize, book.number(PARAMETER.supportThreshold))
  const surplus = Math.max(0, supporter.householdMonthlyFen - kept)
  const outcome = sharedBy(percentOf(surplus, book.number(PARAMETER.supportShare)), supporter.supported)
  return {
    outcome,
    steps: [
      step('income.support-formula', 'info', {
        inputs: [
          inFen(`义务人${supporter.name}家庭月收入`, supporter.householdMonthlyFen, evidence),
          inPeople('义务人家庭人数', supporter.householdSize),
          inPeople('需赡养（抚养、扶养）人数', supporter.supported),
        ],
        parameters: book.used(PARAMETER.supportThreshold, PARAMETER.supportShare),
        outcome: inFen('每月应给付', outcome),
      }),
    ],
  }
}
