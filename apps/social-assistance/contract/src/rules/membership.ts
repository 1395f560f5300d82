import { RELATION, ageOn, label, type ParameterBook } from '@xishan/domain'
import { ABSENCE, STUDY } from '../households/code-sets'
import type { MemberFacts } from '../households/member'
import { PARAMETER } from '../parameters/keys'
import { inWords, onDate, step, type Reasoned } from './steps'

export interface Membership {
  member: MemberFacts
  /** Null while a fact that decides is unknown. */
  counted: boolean | null
  because: string
}

const CHILDREN: readonly MemberFacts['relation'][] = ['2', '3']
/** Parents owe and are owed support by law; other relatives only in cases of their own (Civil Code §1074, §1075). */
const ALWAYS_BOUND: readonly MemberFacts['relation'][] = ['2', '3', '5']
const UP_TO_BACHELOR: readonly MemberFacts['study'][] = ['PRESCHOOL', 'COMPULSORY', 'UPPER_SECONDARY', 'COLLEGE', 'BACHELOR']

export const isMinor = (member: Pick<MemberFacts, 'birthDate'>, book: ParameterBook): boolean => ageOn(member.birthDate, book.on) < book.number(PARAMETER.minorAge)

export const isFullTimeStudent = (member: Pick<MemberFacts, 'study' | 'fullTimeStudy'>): boolean => member.fullTimeStudy && UP_TO_BACHELOR.includes(member.study)

function standing(member: MemberFacts, book: ParameterBook): Omit<Membership, 'member'> {
  const yes = (because: string) => ({ counted: true, because })
  const no = (because: string) => ({ counted: false, because })
  if (member.absence !== 'NONE') return no(label(ABSENCE, member.absence))
  if (member.relation === '0') return yes('申请家庭的本人或户主')
  if (member.relation === '1') return yes('配偶')
  const child = CHILDREN.includes(member.relation)
  if (child && isMinor(member, book)) return yes('未成年子女')
  if (child && isFullTimeStudent(member)) return yes('接受全日制本科及以下学历教育的成年子女')
  if (child && member.selfSupporting === false) return yes('不能独立生活的成年子女')
  const bound = ALWAYS_BOUND.includes(member.relation) ? true : member.legalDuty
  if (member.livesTogether && bound) return yes('有法定赡养、扶养、抚养义务并长期共同居住')
  if (child && member.selfSupporting === null) return { counted: null, because: '未查明成年子女能否独立生活' }
  if (!member.livesTogether) return no('不长期共同居住')
  return bound === null ? { counted: null, because: '未查明有无法定赡养、扶养、抚养义务' } : no('没有法定赡养、扶养、抚养义务')
}

/** Who belongs to the household (57号 §7). */
export function membership(members: readonly MemberFacts[], book: ParameterBook): Reasoned<Membership[]> {
  const outcome = members.map((member) => ({ member, ...standing(member, book) }))
  const steps = outcome.map(({ member, counted, because }) =>
    step(counted === false ? 'member.excluded' : 'member.counted', counted === null ? 'unknown' : 'info', {
      inputs: [
        inWords(`${member.name}与户主关系`, label(RELATION, member.relation)),
        onDate(`${member.name}出生日期`, member.birthDate),
        ...(member.study === 'NONE' ? [] : [inWords(`${member.name}在校情况`, label(STUDY, member.study))]),
      ],
      parameters: book.used(PARAMETER.minorAge),
      outcome: inWords(member.name, counted === null ? `尚不能确定：${because}` : `${counted ? '计入' : '不计入'}：${because}`),
    }),
  )
  return { outcome, steps }
}
