import { ageOn, isSevereDisability, percentOf, type ParameterBook } from '@xishan/domain'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { SUPPLEMENT_GROUND, SUPPLEMENT_LABELS, type SupplementGround } from './assessment'
import { isMinor } from './membership'
import { inFen, inPercent, inWords, onDate, step, type Reasoned } from './steps'

/** The extra of the classified supplement (分类施保) for one member; without a ground the amount is 0. Fen a month. */
export interface Supplement {
  memberId: string
  ground: SupplementGround | null
  amountFen: number
}

const HOLDS: Record<SupplementGround, (member: MemberFacts, book: ParameterBook) => boolean> = {
  ELDERLY: (member, book) => ageOn(member.birthDate, book.on) >= book.number(PARAMETER.elderlyAge),
  MINOR: isMinor,
  SEVERELY_DISABLED: ({ disability }) => disability !== null && isSevereDisability(disability),
  SERIOUSLY_ILL: ({ seriousIllness }) => seriousIllness !== null,
}

/** Whoever meets several grounds gets the highest only. */
export function supplement(member: MemberFacts, standardFen: number, book: ParameterBook): Reasoned<Supplement> {
  const held = SUPPLEMENT_GROUND.filter((ground) => HOLDS[ground](member, book))
  const percent = (ground: SupplementGround) => book.number(PARAMETER.supplement[ground])
  const [best] = held.toSorted((a, b) => percent(b) - percent(a))
  if (!best) return { outcome: { memberId: member.id, ground: null, amountFen: 0 }, steps: [] }
  const amountFen = percentOf(standardFen, percent(best))
  return {
    outcome: { memberId: member.id, ground: best, amountFen },
    steps: [
      step('supplement.member', 'info', {
        inputs: [
          onDate(`${member.name}出生日期`, member.birthDate),
          inWords('符合的情形', held.map((ground) => SUPPLEMENT_LABELS[ground]).join('、')),
          inPercent(`按${SUPPLEMENT_LABELS[best]}增发标准的比例`, percent(best)),
        ],
        parameters: book.used(...held.map((ground) => PARAMETER.supplement[ground]), PARAMETER.elderlyAge, PARAMETER.minorAge),
        outcome: inFen(`${member.name}分类施保`, amountFen),
      }),
    ],
  }
}
