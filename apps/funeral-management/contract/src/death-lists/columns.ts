import { codeSet, type CodeOf } from '@xishan/domain'

export const LIST_SOURCE = codeSet('名单来源', '本平台约定', [
  ['POLICE', '公安'],
  ['HEALTH', '卫健'],
  ['HALL', '殡仪馆'],
])
export type ListSource = CodeOf<typeof LIST_SOURCE>

export interface ListColumn {
  key: string
  title: string
  aliases: readonly string[]
  required?: boolean
}

const NUMBER = { key: 'idNumber', title: '公民身份号码', aliases: ['身份证号码', '身份证号', '证件号码', '身份号码'], required: true }
const SEX = { key: 'sex', title: '性别', aliases: [] }
const BIRTH = { key: 'birthDate', title: '出生日期', aliases: ['出生年月日', '出生时间'] }
const DEATH = { key: 'diedOn', title: '死亡日期', aliases: ['死亡时间', '死亡年月日'], required: true }
const HOME = { key: 'home', title: '户籍地址', aliases: ['户口所在地', '户籍所在地', '户籍地', '住址', '地址', '常住地址'] }

/** Each source's own columns: `title` is what its template calls them. */
export const LIST_COLUMNS: Readonly<Record<ListSource, readonly ListColumn[]>> = {
  POLICE: [
    { key: 'name', title: '姓名', aliases: ['死亡人员姓名'], required: true },
    NUMBER,
    SEX,
    BIRTH,
    DEATH,
    { ...HOME, aliases: [...HOME.aliases, '户籍详址'] },
    { key: 'certificateNumber', title: '死亡证明编号', aliases: ['证明编号'] },
  ],
  HEALTH: [
    { key: 'name', title: '死者姓名', aliases: ['姓名'], required: true },
    { ...NUMBER, title: '证件号码', aliases: ['公民身份号码', ...NUMBER.aliases] },
    SEX,
    BIRTH,
    DEATH,
    { key: 'place', title: '死亡地点', aliases: ['死亡地点类别'] },
    { key: 'certificateNumber', title: '死亡医学证明书编号', aliases: ['证明书编号', '编号', '死亡证明编号'] },
    { key: 'certificateIssuer', title: '填报单位', aliases: ['出具单位', '报告单位'] },
    HOME,
  ],
  HALL: [
    { key: 'name', title: '逝者姓名', aliases: ['姓名', '死者姓名'], required: true },
    { ...NUMBER, title: '身份证号', aliases: ['公民身份号码', ...NUMBER.aliases] },
    SEX,
    DEATH,
    { key: 'certificateNumber', title: '死亡证明编号', aliases: ['证明编号'] },
    { key: 'certificateIssuer', title: '证明出具单位', aliases: ['出具单位'] },
    HOME,
  ],
}

/** What became of a row when it was compared. */
export const ROW_FINDING = codeSet('比对结果', '本平台约定', [
  ['NEW', '新的死亡信息'],
  ['KNOWN', '已登记'],
  ['REPEATED', '名单内重复'],
  ['CONFLICT', '死亡日期不一致'],
  ['UNIDENTIFIED', '号码无效，无法比对'],
  ['FAULTY', '内容有误，不登记'],
])
export type RowFinding = CodeOf<typeof ROW_FINDING>
