import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { rosterInputs, rosterLifecycle } from './lifecycle'
import { ROSTER_LIMIT_MB, RosterImportDetail, RosterImportPage, RosterImportQuery, RosterMappingQuery, RosterMappings, RosterProblemPage, RosterProblemQuery, RosterTemplateParams, UploadRoster } from './roster-import'

const takes = actionRoute('rosterImport', rosterLifecycle, '/roster-imports/:id', rosterInputs)
const { 'rosterImport.finishCheck': _, 'rosterImport.finishApply': __, ...permitted } = actionPermissions('rosterImport', rosterLifecycle)

export const rosterImports = {
  permissions: {
    ...permitted,
    'rosterImport.stopCheck': ['BU_CLERK'],
    'rosterImport.stopApply': ['BU_HEAD'],
    viewRosterImports: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    downloadRosterProblems: ['BU_CLERK'],
  },
  problems: {
    'roster-known': { status: 409, title: '该文件已经上传过', detail: '同一份文件已由{by}于 {on} 上传，见名册 {number}（{state}），不需要再次上传，没有作任何改动。' },
    'roster-head-missing': { status: 422, title: '没有找到表头', detail: '前 {rows} 行中没有找到表头。请确认第一个工作表是名册，表头含有“姓名”“身份证号码”等列名，也可下载模板后粘贴数据。' },
    'roster-empty': { status: 422, title: '名册中没有数据', detail: '表头（第 {row} 行）以下没有数据行，请核对是否选错了文件。' },
    'roster-columns': { status: 422, title: '名册的列不完整', detail: '{missing}' },
    'roster-mapping-unknown': { status: 422, title: '没有这个列对应方案', detail: '没有名为“{name}”的列对应方案，请从列表中选择。' },
    'roster-month-ahead': { status: 422, title: '名册月份有误', detail: '名册月份不能晚于本月（{month}），请改正。' },
    'roster-correction-unfit': { status: 422, title: '不能作为更正件', detail: '名册 {number} 没有需要改正的行，或者种类不同，请直接上传新的名册。' },
    'roster-nothing-new': { status: 409, title: '没有可入库的内容', detail: '本名册没有可入库的内容，不需要确认。' },
    'roster-list-incomplete': { status: 409, title: '名单还有错误', detail: '其他救助保障名单按整份替换，还有 {count} 行需改正，改正后请重新上传整份名单。' },
    'roster-list-outdated': { status: 409, title: '已有更新的名单', detail: '“{scheme}”已导入 {month} 的名单（{number}），不能再用更早月份的名单替换。' },
    'roster-partly-applied': { status: 409, title: '已部分入库', detail: '本名册已入库 {count} 户，不能退回，请继续“确认入库”。' },
  },
  routes: {
    findRosterImports: { method: 'GET', path: '/roster-imports', summary: '名册导入列表', may: 'viewRosterImports', query: RosterImportQuery, answer: RosterImportPage },
    getRosterImport: { method: 'GET', path: '/roster-imports/:id', summary: '名册导入', may: 'viewRosterImports', params: IdParams, answer: RosterImportDetail },
    findRosterProblems: { method: 'GET', path: '/roster-imports/:id/problems', summary: '名册中需改正的内容', may: 'viewRosterImports', params: IdParams, query: RosterProblemQuery, answer: RosterProblemPage },
    downloadRosterProblems: { method: 'GET', path: '/roster-imports/:id/refused-rows', summary: '错误明细下载', may: 'downloadRosterProblems', params: IdParams, answer: 'file' },
    findRosterMappings: { method: 'GET', path: '/roster-mappings', summary: '列对应方案', may: 'viewRosterImports', query: RosterMappingQuery, answer: RosterMappings },
    rosterTemplate: { method: 'GET', path: '/roster-templates/:kind', summary: '名册模板', may: 'viewRosterImports', params: RosterTemplateParams, answer: 'file' },
    uploadRoster: { method: 'POST', path: '/roster-imports', summary: '上传名册', may: 'rosterImport.upload', upload: true, uploadLimitMb: ROSTER_LIMIT_MB, body: UploadRoster, answer: Saved },
    mapRoster: takes('map'),
    checkRoster: takes('check'),
    stopRosterCheck: takes('stopCheck'),
    submitRoster: takes('submit'),
    giveRosterBack: takes('giveBack'),
    applyRoster: takes('apply'),
    stopRosterApply: takes('stopApply'),
    abandonRoster: takes('abandon'),
  },
} as const satisfies ContractPart
