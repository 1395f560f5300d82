import {
  DISABILITY_CATEGORY, DISABILITY_LEVEL, ETHNICITY, ID_DOCUMENT_TYPE, MARITAL_STATUS, RELATION, SEX, ageOn, capitalAmount, label,
} from '@xishan/domain'
import { traceSections, type Opinion, type Section } from '@xishan/service-kit'
import {
  CATEGORY, EMPLOYMENT, ENTRY, FINANCIAL_ASSET, HARDSHIP, LABOUR, PROPERTY_KIND_LABELS, RESIDENCE, VEHICLE_KIND, headOf, ruleTexts, type PropertyItem,
} from '@xishan/social-assistance-contract'
import { day, lastStep, yuan, type PaperCase, type PaperMaker, type PrintedMember } from '../paper-case'

const BLANK_ROWS = 3
const blank = (columns: number): string[][] => Array.from({ length: BLANK_ROWS }, () => Array<string>(columns).fill(''))

function applicant({ page, members, documentNumber, phone }: PaperCase): Section {
  const head = headOf(members)
  const self = members.find(({ name }) => name === page.applicantName) ?? head
  return {
    kind: 'fields',
    fields: [
      { label: '申请人姓名', value: page.applicantName },
      { label: '性别', value: self ? label(SEX, self.sex) : '' },
      { label: '民族', value: self ? label(ETHNICITY, self.ethnicity) : '' },
      { label: '出生日期', value: day(self?.birthDate) },
      { label: '婚姻状况', value: self && self.maritalStatus !== '90' ? label(MARITAL_STATUS, self.maritalStatus) : '' },
      { label: '联系电话', value: phone },
      { label: '证件类型', value: page.documentType ? label(ID_DOCUMENT_TYPE, page.documentType) : '' },
      { label: '证件号码', value: documentNumber },
      { label: '户籍所在地', value: page.hukouName },
      { label: '所属社区', value: `${page.streetName}${page.communityName}` },
      { label: '居住地址', value: page.address, wide: true },
      { label: '城乡类别', value: page.residence ? label(RESIDENCE, page.residence) : '' },
      { label: '申请方式', value: label(ENTRY, page.entry) },
      { label: '家庭人口', value: page.members > 0 ? `${page.members} 人` : '' },
      { label: '致困原因', value: page.hardship ? label(HARDSHIP, page.hardship) : '' },
      { label: '代办人', value: page.agent ? `${page.agent.name}（${page.agent.relation}）` : '无' },
      { label: '近亲属备案', value: page.staffRelative === null ? '' : page.separatelyRegistered ? '是' : '否' },
      { label: '开户银行', value: page.account?.bank ?? '' },
      { label: '银行账户', value: page.account ? `${page.account.holder}，尾号 ${page.account.lastFour}` : '' },
    ],
  }
}

const conditionOf = (member: PrintedMember): string =>
  [
    member.disability ? `${label(DISABILITY_CATEGORY, member.disability.category)}${label(DISABILITY_LEVEL, member.disability.level)}` : '',
    member.seriousIllness ? `重病：${member.seriousIllness.name}` : '',
    member.labour ? label(LABOUR, member.labour) : '',
    member.employment ? label(EMPLOYMENT, member.employment) : '',
  ].filter(Boolean).join('；')

const memberTable = ({ page, members, today }: PaperCase): Section => ({
  kind: 'table',
  group: '家庭成员',
  columns: [
    { title: '姓名', width: 13 },
    { title: '关系', width: 10 },
    { title: '年龄', width: 8 },
    { title: '证件号码', width: 27 },
    { title: '健康、劳动能力和就业', width: 28, align: 'left' },
    { title: '月收入（元）', width: 14, align: 'right' },
  ],
  rows:
    members.length === 0
      ? blank(6)
      : members.map((member) => [
          member.name,
          label(RELATION, member.relation),
          String(ageOn(member.birthDate, today)),
          member.documentNumber,
          conditionOf(member),
          yuan(page.assessment?.perMember.find(({ memberId }) => memberId === member.id)?.incomeFen).replace(' 元', ''),
        ]),
})

function propertyWords(item: PropertyItem): string {
  switch (item.kind) {
    case 'FINANCIAL':
      return `${label(FINANCIAL_ASSET, item.asset)} ${yuan(item.valueFen)}`
    case 'HOME':
      return `${item.location}，${item.squareMetres} 平方米`
    case 'VEHICLE':
      return `${label(VEHICLE_KIND, item.vehicle)}，${item.registeredYear} 年登记`
    case 'COMPANY':
      return `${item.name}，投资 ${yuan(item.investedFen)}，${item.active ? '正常经营' : '未经营'}`
    case 'OVERSEAS_STUDY':
      return item.selfPaid ? '自费' : '非自费'
  }
}

const propertyTable = ({ page, members }: PaperCase): Section => ({
  kind: 'table',
  group: '家庭财产',
  columns: [{ title: '所有人', width: 16 }, { title: '类别', width: 22 }, { title: '情况', width: 62, align: 'left' }],
  rows: page.finances
    ? page.finances.properties.map((item) => [
        members.find(({ id }) => id === item.memberId)?.name ?? '',
        PROPERTY_KIND_LABELS[item.kind],
        [propertyWords(item), item.necessity ? `豁免：${item.description}` : item.description].filter(Boolean).join('；'),
      ])
    : blank(3),
  empty: '经查明，无应当登记的家庭财产',
})

function reckoning({ page }: PaperCase): Section {
  const { assessment, decision } = page
  const amountFen = decision?.outcome === 'CONFIRMED' ? decision.amountFen : (page.amountFen ?? assessment?.expectedFen ?? null)
  return {
    kind: 'fields',
    group: '核算',
    fields: [
      { label: '保障标准', value: yuan(assessment?.standardFen) },
      { label: '人均月收入', value: yuan(assessment?.perCapitaFen) },
      { label: '保障人数', value: assessment ? `${assessment.coveredMembers} 人` : '' },
      { label: '保障类别', value: assessment?.category ? label(CATEGORY, assessment.category) : '' },
      { label: '月保障金额', value: amountFen === null ? '' : `${yuan(amountFen)}（大写：${capitalAmount(amountFen)}）`, wide: true },
    ],
  }
}

function opinion(of: PaperCase, title: string, role: string, actions: readonly string[], sealed = false): Opinion {
  const step = lastStep(of.page, ...actions)
  return {
    kind: 'opinion',
    label: title,
    ...(step?.opinion ? { text: step.opinion } : {}),
    signatures: [{ role, ...(step ? { name: step.actorName } : {}) }],
    sealed,
    ...(step ? { date: step.businessDate } : {}),
  }
}

function surveyOpinion({ page }: PaperCase): Opinion {
  const survey = page.surveys.at(-1)
  const names = survey ? [survey.investigator, survey.countersignedBy ?? undefined] : [undefined, undefined]
  return {
    kind: 'opinion',
    label: '调查意见',
    ...(survey ? { text: survey.conclusion, date: survey.countersignedOn ?? survey.surveyedOn } : {}),
    signatures: names.map((name) => ({ role: '调查人', ...(name ? { name } : {}) })),
  }
}

function postingWords({ page }: PaperCase): Section[] {
  const posting = page.postings.at(-1)
  const objections = page.objections.filter(({ kind }) => kind === 'OBJECTION').length
  const result = posting?.closedOn ? (objections > 0 ? `共收到异议 ${objections} 件，均已登记处理。` : '公示期间未收到异议。') : ''
  return [
    {
      kind: 'fields',
      fields: [
        { label: '核对结论', value: page.meansCheck?.conclusion ?? '', wide: true },
        { label: '公示情况', value: posting ? `${day(posting.startsOn)}至${day(posting.endsOn)}，${posting.place}。${result}` : '', wide: true },
      ],
    },
  ]
}

/** 最低生活保障申请审核确认表: the sheet that goes with the case from desk to desk and is filed with it. */
export const applicationForm: PaperMaker = (of) => ({
  ...of.mark,
  title: '昆明市西山区最低生活保障申请审核确认表',
  number: of.page.number,
  sections: [
    applicant(of),
    memberTable(of),
    propertyTable(of),
    reckoning(of),
    ...postingWords(of),
    surveyOpinion(of),
    opinion(of, '街道初审意见', '初审人', ['giveOpinion']),
    opinion(of, '街道签批意见', '分管领导', ['signOpinion'], true),
    ...(of.page.delegated && !of.page.homeVisitRequired
      ? [opinion(of, '街道审核确认意见', '分管领导', ['confirmAtStreet', 'refuseAtStreet'], true)]
      : [opinion(of, '区民政局审核意见', '经办人', ['audit']), opinion(of, '区民政局科室意见', '科长', ['sign']), opinion(of, '区民政局审核确认意见', '分管领导', ['confirm', 'refuse'], true)]),
    ...(of.page.assessment ? traceSections(of.page.assessment.trace, ruleTexts) : []),
  ],
})
