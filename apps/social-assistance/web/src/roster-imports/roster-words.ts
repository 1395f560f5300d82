import { label, monthInChinese } from '@xishan/domain'
import { OTHER_SCHEME, ROSTER_KIND, type RosterAction, type RosterImportDetail } from '@xishan/social-assistance-contract'

export const rosterTitle = ({ kind, scheme, asOfMonth }: Pick<RosterImportDetail, 'kind' | 'scheme' | 'asOfMonth'>): string => `${monthInChinese(asOfMonth)}${scheme ? label(OTHER_SCHEME, scheme) : label(ROSTER_KIND, kind)}名册`

/** What is counted: households, of a list of who is supported otherwise people. */
export const unitOf = ({ kind }: Pick<RosterImportDetail, 'kind'>): string => (kind === 'IN_PAY' ? '户' : '人')

/** How Excel calls a column. */
export const columnLetter = (index: number): string => (index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** What follows from an action, said before it is taken. */
export function actionLead(action: RosterAction, roster: RosterImportDetail): string {
  const unit = unitOf(roster)
  const leads: Partial<Record<RosterAction, string>> = {
    check: `逐行核验 ${roster.rowCount.toLocaleString('zh-CN')} 行，期间不写入任何在保信息。`,
    submit: roster.refusedCount > 0 ? `报科长确认 ${roster.newCount} ${unit}入库；需改正的 ${roster.refusedCount} ${unit}不入库，可下载改正后另行导入。` : `报科长确认 ${roster.newCount} ${unit}入库。`,
    apply: roster.kind === 'IN_PAY' ? `将 ${roster.newCount} 户转入在保，保留名册中的原始月份；入库后变动请办理“在保变更”。` : '用本名单整份替换同一项救助保障的原名单：不在本名单中的人员，截止到上个月。',
    abandon: '作废后删除已读取的内容，同一文件可以重新上传。',
    stopCheck: '已读取的内容将删除，可以重新核验。',
    stopApply: '已入库的保留，其余可以稍后继续入库。',
  }
  return leads[action] ?? ''
}
