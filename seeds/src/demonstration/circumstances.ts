import { addDays, ageOn, type Disability as DisabilityOf } from '@xishan/domain'
import { BLANK_MEMBER, type MemberFacts } from '@xishan/social-assistance-contract'
import type { Person } from './people'
import type { Draw } from './random'

/** What is known of a member beside the person: everything but id, name, sex, birth date and nationality. */
export type Circumstances = Partial<Omit<MemberFacts, 'id' | 'name' | 'sex' | 'birthDate' | 'ethnicity'>> & Pick<MemberFacts, 'relation'>

export interface FamilyMember {
  person: Person
  circumstances: Circumstances
}

const ILLNESSES = ['慢性肾功能衰竭（尿毒症期）', '恶性肿瘤', '冠心病（支架术后）', '脑卒中后遗症', '肝硬化失代偿期', '系统性红斑狼疮', '再生障碍性贫血', '重性精神病', '帕金森病', '强直性脊柱炎'] as const

/** Level first: the lower, the more severe. */
const LEVELS: readonly (readonly [DisabilityOf['level'], number])[] = [['1', 16], ['2', 34], ['3', 32], ['4', 18]]
const SEVERE: readonly (readonly [DisabilityOf['level'], number])[] = [['1', 35], ['2', 65]]
const CATEGORIES: readonly (readonly [DisabilityOf['category'], number])[] = [['1', 12], ['2', 8], ['3', 2], ['4', 46], ['5', 14], ['6', 15], ['7', 3]]

const yearsBefore = (on: string, from: number, to: number, draw: Draw): string => addDays(on, -draw.int(from * 365, to * 365))

/** A certificate of some years before, never from before the person was two years old. */
export function disabled(person: Person, on: string, draw: Draw, { severe = false }: { severe?: boolean } = {}): Pick<MemberFacts, 'disability' | 'health'> {
  const oldest = Math.min(9, Math.max(1, ageOn(person.birthDate, on) - 2))
  const certifiedOn = yearsBefore(on, 0, oldest, draw)
  return { disability: { category: draw.weighted(CATEGORIES), level: draw.weighted(severe ? SEVERE : LEVELS), certifiedOn }, health: '6' }
}

export const seriouslyIll = (on: string, draw: Draw): Pick<MemberFacts, 'seriousIllness' | 'health'> => ({
  seriousIllness: { name: draw.pick(ILLNESSES), provenOn: addDays(on, -draw.int(20, 700)) },
  health: '3',
})

/** Where a child of this age goes to school; the school stays on the sheet as it was when the family applied. */
export function schooling(age: number): Pick<MemberFacts, 'study' | 'fullTimeStudy' | 'employment' | 'labour'> {
  const outside = { employment: 'OUTSIDE', labour: null } as const
  if (age < 3) return { study: 'NONE', fullTimeStudy: false, ...outside }
  if (age < 6) return { study: 'PRESCHOOL', fullTimeStudy: true, ...outside }
  if (age < 15) return { study: 'COMPULSORY', fullTimeStudy: true, ...outside }
  if (age < 18) return { study: 'UPPER_SECONDARY', fullTimeStudy: true, ...outside }
  return { study: age % 2 === 0 ? 'BACHELOR' : 'COLLEGE', fullTimeStudy: true, ...outside }
}

/** Labour and employment of somebody past working age. */
export function retired(age: number, draw: Draw): Pick<MemberFacts, 'labour' | 'employment' | 'health'> {
  const labour = age < 68 && draw.chance(0.18) ? 'PARTIAL' : 'NONE'
  return { labour, employment: 'OUTSIDE', health: draw.weighted([['1', 12], ['2', 38], ['3', 50]] as const) }
}

export const unable = (): Pick<MemberFacts, 'labour' | 'employment'> => ({ labour: 'NONE', employment: 'JOBLESS' })

export const oddJobs = (draw: Draw): Pick<MemberFacts, 'labour' | 'employment' | 'health'> => ({
  labour: draw.weighted([['FULL', 55], ['PARTIAL', 45]] as const),
  employment: draw.weighted([['UNSTABLE', 78], ['JOBLESS', 22]] as const),
  health: draw.weighted([['1', 50], ['2', 35], ['3', 15]] as const),
})

/** The member as the contract's schema has it. */
export const factsOf = ({ person, circumstances }: FamilyMember, id: string): MemberFacts => ({
  ...BLANK_MEMBER,
  maritalStatus: '10',
  ...circumstances,
  id,
  name: person.name,
  sex: person.sex,
  birthDate: person.birthDate,
  ethnicity: person.ethnicity,
})
