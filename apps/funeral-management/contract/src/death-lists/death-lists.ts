import { IdParams, Saved, actionPermissions, actionRoute, type ContractPart } from '@xishan/domain'
import { z } from 'zod'
import { LIST_SOURCE } from './columns'
import { DEATH_LIST_LIMIT_MB, DeathListDetail, DeathListPage, DeathListQuery, ListSources, ListedPersonPage, ListedPersonQuery, UploadDeathList } from './death-list'
import { deathListInputs, deathListLifecycle } from './lifecycle'

const takes = actionRoute('deathList', deathListLifecycle, '/death-lists/:id', deathListInputs)
const { 'deathList.finishCheck': _checked, 'deathList.finish': _finished, 'deathList.finishWithRest': _rest, ...permitted } = actionPermissions('deathList', deathListLifecycle)

export const deathLists = {
  permissions: {
    ...permitted,
    viewDeathLists: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    feedBackDeathList: ['BU_CLERK', 'BU_HEAD'],
  },
  problems: {
    'death-list-known': { status: 409, title: '该文件已经上传过', detail: '同一份文件已由{by}于 {on} 上传，见名单 {number}，不需要再次上传，没有作任何改动。' },
    'death-list-head-missing': { status: 422, title: '没有找到表头', detail: '前 {rows} 行中没有找到表头。请确认第一个工作表是死亡名单，表头含有姓名、证件号码、死亡日期等列名，也可下载模板后粘贴数据。' },
    'death-list-columns': { status: 422, title: '名单的列不完整', detail: '列的对应还不完整：{missing}请补充后重新检查。' },
    'death-list-covers': { status: 422, title: '数据截至日期有误', detail: '数据截至日期不能晚于业务日期 {today}，请改正。' },
    'death-list-not-applied': { status: 409, title: '名单尚未登记', detail: '本名单尚未确认登记，还没有比对结果可以反馈。' },
  },
  routes: {
    findDeathLists: { method: 'GET', path: '/death-lists', summary: '死亡名单列表', may: 'viewDeathLists', query: DeathListQuery, answer: DeathListPage },
    deathListSources: { method: 'GET', path: '/death-list-sources', summary: '各来源最近一次名单', may: 'viewDeathLists', answer: ListSources },
    deathListTemplate: { method: 'GET', path: '/death-list-templates/:source', summary: '死亡名单模板', may: 'viewDeathLists', params: z.object({ source: LIST_SOURCE.schema }), answer: 'file' },
    getDeathList: { method: 'GET', path: '/death-lists/:id', summary: '死亡名单', may: 'viewDeathLists', params: IdParams, answer: DeathListDetail },
    findListedPeople: { method: 'GET', path: '/death-lists/:id/people', summary: '名单中的人员', may: 'viewDeathLists', params: IdParams, query: ListedPersonQuery, answer: ListedPersonPage },
    uploadDeathList: { method: 'POST', path: '/death-lists', summary: '上传死亡名单', may: 'deathList.upload', upload: true, uploadLimitMb: DEATH_LIST_LIMIT_MB, body: UploadDeathList, answer: Saved },
    checkDeathList: takes('check'),
    applyDeathList: takes('apply'),
    closeDeathList: takes('close'),
    discardDeathList: takes('discard'),
    feedBackDeathList: { method: 'POST', path: '/death-lists/:id/feedback', summary: '生成比对反馈表', may: 'feedBackDeathList', params: IdParams, body: z.object({}), answer: Saved },
  },
} as const satisfies ContractPart
