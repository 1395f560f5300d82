import { DISABILITY_CATEGORY, DISABILITY_LEVEL, HEALTH, ageOn, label } from '@xishan/domain'
import { ABSENCE, EMPLOYMENT, LABOUR, STUDY, type MemberView } from '@xishan/social-assistance-contract'

export interface Fact {
  title: string
  text: string
}

const given = (facts: readonly Fact[]): Fact[] => facts.filter(({ text }) => text !== '')

/** What matters about a member, without what is ordinary: no line says that somebody is not disabled. */
export function memberFacts(member: MemberView, today: string): Fact[] {
  const { birthDate, health, disability, seriousIllness, labour, employment, study, fullTimeStudy, livesTogether, absence, staffRelative, note } = member
  return given([
    { title: '年龄', text: today === '' ? birthDate : `${ageOn(birthDate, today)} 周岁（${birthDate}）` },
    { title: '劳动能力', text: labour === null ? '未查明' : label(LABOUR, labour) },
    { title: '就业状况', text: employment === null ? '未查明' : label(EMPLOYMENT, employment) },
    { title: '健康状况', text: health === '1' ? '' : label(HEALTH, health) },
    { title: '残疾', text: disability ? `${label(DISABILITY_CATEGORY, disability.category)} ${label(DISABILITY_LEVEL, disability.level)}（${disability.certifiedOn} 发证）` : '' },
    { title: '重病', text: seriousIllness ? `${seriousIllness.name}（${seriousIllness.provenOn} 诊断）` : '' },
    { title: '在校情况', text: study === 'NONE' ? '' : `${label(STUDY, study)}${fullTimeStudy ? '，全日制' : ''}` },
    { title: '共同生活', text: livesTogether ? '' : '不长期共同居住' },
    { title: '不共同生活情形', text: absence === 'NONE' ? '' : label(ABSENCE, absence) },
    { title: '近亲属备案', text: staffRelative ? `${staffRelative.name}，${staffRelative.post}，${staffRelative.relation}` : '' },
    { title: '备注', text: note },
  ])
}
