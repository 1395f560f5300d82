import { label } from '@xishan/domain'
import { DEATH_SOURCE_LABEL, type DeathDetail } from '@xishan/funeral-management-contract'

type Fact = { title: string; text: string }

export const personFacts = (death: DeathDetail): Fact[] => [
  { title: '性别', text: death.sex ?? '' },
  { title: '出生日期', text: death.birthDate ?? '' },
  { title: '户籍所在地', text: death.hukou },
  { title: '民族', text: death.ethnicity ? `${death.ethnicity}${death.mayBeBuried ? '（按习俗可以土葬）' : ''}` : '' },
]

export const deathFacts = (death: DeathDetail): Fact[] => [
  { title: '死亡日期', text: death.diedOn },
  { title: '死亡地点', text: death.place ?? '' },
  { title: '死亡性质', text: death.cause ?? '' },
  { title: '死亡证明', text: death.certificateKind ?? '' },
  { title: '证明编号', text: death.certificateNumber },
  { title: '出具单位', text: death.certificateIssuer },
  { title: '首个信息来源', text: label(DEATH_SOURCE_LABEL, death.source) },
  { title: '登记', text: `${death.registeredBy}，${death.knownOn}` },
]

export const informantFacts = (death: DeathDetail): Fact[] => [
  { title: '申报人', text: death.informantName },
  { title: '与逝者关系', text: death.informantRelation },
]
