import { SEX, label, type StepView } from '@xishan/domain'
import { ADOPTION_KIND, ASSESSMENT_MODE, GIVER_KIND, PARTY, REGISTRATION_OUTCOME, type AdoptionDetail, type PartyView } from '@xishan/funeral-management-contract'

export const fileFacts = (file: AdoptionDetail) => [
  { title: '收养种类', text: label(ADOPTION_KIND, file.kind) },
  { title: '办理地依据', text: file.placeName },
  { title: '送养人种类', text: file.giverKind === null ? '没有送养人' : label(GIVER_KIND, file.giverKind) },
  { title: '评估方式', text: file.mode === null ? '尚未组织' : label(ASSESSMENT_MODE, file.mode) },
  ...(file.organisation ? [{ title: '第三方机构', text: file.organisation }] : []),
  { title: '评估人员', text: file.assessors.join('、') },
]

/** How long an assessment may take and where it stood still. */
export const termFacts = ({ consentedOn, term }: AdoptionDetail) => [
  { title: '评估时限', text: `${term.days} 日，自 ${consentedOn} 次日起，至 ${term.dueOn}` },
  ...term.pauses.map(({ from, to, reason }) => ({ title: '中止计时', text: `${from} 至 ${to ?? '今'}：${reason}` })),
]

export const reviewFacts = ({ kind, review, outcome }: AdoptionDetail) => [
  ...(review
    ? [
        { title: '登记审查期限', text: `${review.days} 日，自 ${review.acceptedOn} 次日起，至 ${review.dueOn}` },
        ...(kind === 'FOUNDLING' ? [{ title: '查找生父母公告', text: review.noticeOn ? `${review.noticeOn} 刊登，至 ${review.noticeUntil ?? ''} 期满，公告期间不计入审查期限` : '尚未登记公告日期' }] : []),
      ]
    : []),
  ...(outcome ? [{ title: label(REGISTRATION_OUTCOME, outcome.outcome), text: [outcome.on, outcome.certificateNumber].filter(Boolean).join('，') }] : []),
]

/** A child may have no paper; an institution has none of a person. */
export const withoutPaper = ({ party }: PartyView): string => (party === 'GIVER' ? '—' : '无证件')

export const partyWords = ({ party, sex, birthDate }: PartyView): string => [label(PARTY, party), sex ? label(SEX, sex) : '', birthDate ? `${birthDate} 出生` : ''].filter(Boolean).join('，')

/** The last report, which the conclusion is about. */
export const lastReport = (steps: readonly StepView[]): string => steps.findLast(({ action }) => action === 'report')?.opinion ?? ''
