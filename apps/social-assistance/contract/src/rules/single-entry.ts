import { ageInMonths, isLevelThreeOfMind, isSevereDisability, type ParameterBook } from '@xishan/domain'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { isMinor } from './membership'
import { inWords, step, type Reasoned } from './steps'

/** Why a person may enter alone (单人保), and whether the family must be a marginal one for it. */
export interface SingleGround {
  ground: string
  needsMarginalFamily: boolean
}

const years = (from: string, on: string): number => Math.floor(ageInMonths(from, on) / 12)

function groundsOf(member: MemberFacts, book: ParameterBook): SingleGround[] {
  const severe = member.disability !== null && isSevereDisability(member.disability)
  const jobless = member.employment === 'JOBLESS' && !isMinor(member, book)
  const clergy = member.worshipSince !== null && member.worshipSince <= book.on && years(member.worshipSince, book.on) >= book.number(PARAMETER.clergyYears)
  return [
    ...(clergy ? [{ ground: '在宗教场所居住三年以上的生活困难的宗教教职人员', needsMarginalFamily: false }] : []),
    ...(severe && jobless ? [{ ground: '成年无业重度残疾人', needsMarginalFamily: book.flag(PARAMETER.joblessDisabledNeedsMarginalFamily) }] : []),
    ...(severe ? [{ ground: '低保边缘家庭中的一级、二级重度残疾人', needsMarginalFamily: true }] : []),
    ...(member.disability !== null && isLevelThreeOfMind(member.disability) ? [{ ground: '低保边缘家庭中的三级智力、精神残疾人', needsMarginalFamily: true }] : []),
    ...(member.seriousIllness !== null ? [{ ground: '低保边缘家庭中的重病患者', needsMarginalFamily: true }] : []),
  ]
}

/** The ground that asks least of the family (57号 §8; 83号), or none. */
export function singleGround(member: MemberFacts, book: ParameterBook): Reasoned<SingleGround | null> {
  const grounds = groundsOf(member, book)
  const outcome = grounds.find(({ needsMarginalFamily }) => !needsMarginalFamily) ?? grounds[0] ?? null
  return {
    outcome,
    steps: [
      step('single.ground', outcome ? 'pass' : 'fail', {
        inputs: [
          inWords('单独申请人', member.name),
          ...(member.disability ? [{ ...inWords('残疾证核发日期', member.disability.certifiedOn), asOf: member.disability.certifiedOn }] : []),
          ...(member.seriousIllness ? [{ ...inWords('疾病', member.seriousIllness.name), asOf: member.seriousIllness.provenOn }] : []),
        ],
        parameters: book.used(PARAMETER.clergyYears, PARAMETER.joblessDisabledNeedsMarginalFamily),
        outcome: inWords('申请情形', outcome?.ground ?? '没有可以单独提出申请的情形'),
      }),
    ],
  }
}
