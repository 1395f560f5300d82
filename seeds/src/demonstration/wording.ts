import { CHECK_SOURCE, type CheckAnswer, type SurveyRecord } from '@xishan/social-assistance-contract'
import type { FamilyMember } from './circumstances'
import type { Means } from './means'
import type { Draw } from './random'

const yuan = (fen: number): string => String(fen / 100)

export const OPINIONS = {
  review: ['经调查核对，家庭收入、财产符合规定，拟予以确认。', '材料齐全，调查和核对结果一致，拟予以确认。', '经入户调查和信息核对，情况属实，拟予以确认。'],
  sign: ['同意初审意见，予以公示。', '同意，按规定公示。', '同意经办和审核意见，请公示。'],
  audit: ['材料齐全，程序合规，拟同意确认。', '经审核，街道意见与调查、核对结果一致，拟同意。', '审核无误，拟同意予以确认。'],
  head: ['同意经办意见，报领导审核确认。', '同意，请分管领导审核确认。'],
  confirm: ['同意予以确认。', '审核确认，按规定发放。', '予以确认，从次月起发放。'],
} as const

const homes: readonly string[] = ['租住公房，家具简陋', '自有老旧住房，家用电器仅有电视和电饭煲', '居住条件一般，家中陈设简单', '与他人合租，无大件电器', '住房为单位早年房改房，陈旧']

/** What the first investigator wrote after the visit. */
export function surveyOf({ members, means }: { members: readonly FamilyMember[]; means: Means }, surveyedOn: string, address: string, draw: Draw): SurveyRecord {
  const [head] = members
  const incomes = means.incomes.filter(({ yuan: amount }) => amount > 0).map(({ description, yuan: amount }) => `${description ?? '收入'}约 ${amount} 元/月`)
  const ill = members.some(({ circumstances }) => circumstances.seriousIllness)
  const disabled = members.some(({ circumstances }) => circumstances.disability)
  return {
    surveyedOn,
    ways: draw.chance(0.7) ? ['HOME_VISIT', 'NEIGHBOURS'] : ['HOME_VISIT'],
    place: `${address}申请人家中`,
    interviewed: `${head?.person.name ?? '申请人'}${draw.chance(0.5) ? '及邻居一名' : ''}`,
    livingConditions: `${draw.pick(homes)}${ill ? '，家中有人长期就医服药' : ''}${disabled ? '，有残疾成员需要照料' : ''}。`,
    incomeFindings: incomes.length > 0 ? `${incomes.join('；')}，与申报一致。` : '无固定收入，与申报一致。',
    propertyFindings: means.home ? `有住房一套约 ${means.home.squareMetres} 平方米，存款在限额以内，与申报一致。` : '无自有住房，无车辆，与申报一致。',
    neighboursSay: draw.chance(0.4) ? '邻居反映该户生活确有困难。' : '',
    conclusion: '家庭生活困难，申报情况属实。',
  }
}

/** An answer of each source about each member, agreeing with what was declared. */
export function answersOf(memberIds: readonly string[], means: Means, answeredOn: string, sources: readonly CheckAnswer['source'][] = CHECK_SOURCE.codes): CheckAnswer[] {
  return memberIds.flatMap((memberId, at) =>
    sources.map((source): CheckAnswer => {
      const amountFen = amountOf(source, at, means)
      return amountFen === null
        ? { memberId, source, answeredOn, finding: source === 'HOUSEHOLD_REGISTER' ? 'CONSISTENT' : 'NOTHING_FOUND', amountFen: null, details: '' }
        : { memberId, source, answeredOn, finding: 'CONSISTENT', amountFen, details: `核对金额 ${yuan(amountFen)} 元，与申报一致` }
    }),
  )
}

function amountOf(source: CheckAnswer['source'], member: number, { deposits, incomes }: Means): number | null {
  const sum = (amounts: readonly number[]) => (amounts.length > 0 ? amounts.reduce((total, each) => total + each, 0) * 100 : null)
  if (source === 'DEPOSITS') return sum(deposits.filter(({ of }) => of === member).map(({ yuan: amount }) => amount))
  if (source === 'SOCIAL_INSURANCE') return sum(incomes.filter(({ of, kind }) => of === member && (kind === 'RETIREMENT_PENSION' || kind === 'CENTRAL_BASIC_PENSION')).map(({ yuan: amount }) => amount))
  return null
}
