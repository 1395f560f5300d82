import { label } from '@xishan/domain'
import { SURVEY_WAY } from '@xishan/social-assistance-contract'
import { day, type PaperMaker } from '../paper-case'

/** 入户调查表: taken along empty, or printed with what the group found (57号 §16). */
export const surveyForm: PaperMaker = (of) => {
  const survey = of.page.surveys.at(-1)
  const box = (title: string, text: string | undefined) => ({ label: title, value: text || '\n\n\n', wide: true })
  return {
    ...of.mark,
    title: '最低生活保障入户调查表',
    number: of.page.number,
    sections: [
      {
        kind: 'fields',
        fields: [
          { label: '申请人', value: of.page.applicantName },
          { label: '家庭人口', value: of.page.members > 0 ? `${of.page.members} 人` : '' },
          { label: '家庭成员', value: of.members.map(({ name }) => name).join('、'), wide: true },
          { label: '居住地址', value: of.page.address, wide: true },
          { label: '调查日期', value: day(survey?.surveyedOn) },
          { label: '受访人', value: survey?.interviewed ?? '' },
          { label: '调查方式', value: survey ? survey.ways.map((way) => label(SURVEY_WAY, way)).join('、') : '', wide: true },
          { label: '调查地点', value: survey?.place ?? '', wide: true },
          box('生活状况', survey?.livingConditions),
          box('收入情况', survey?.incomeFindings),
          box('财产情况', survey?.propertyFindings),
          box('邻里反映', survey?.neighboursSay),
        ],
      },
      {
        kind: 'opinion',
        label: '调查结论',
        ...(survey ? { text: survey.conclusion, date: survey.countersignedOn ?? survey.surveyedOn } : {}),
        signatures: [
          { role: '调查人', ...(survey ? { name: survey.investigator } : {}) },
          { role: '调查人', ...(survey?.countersignedBy ? { name: survey.countersignedBy } : {}) },
        ],
      },
      { kind: 'opinion', label: '受访人意见', signatures: [{ role: '受访人' }] },
      { kind: 'paragraph', style: 'note', text: '说明：调查由两名以上工作人员进行，调查人、受访人均须签字；拒绝签字的，由调查人注明。' },
    ],
  }
}
