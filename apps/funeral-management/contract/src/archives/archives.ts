import { IdParams, Saved, type ContractPart } from '@xishan/domain'
import { AddHolding, ArchiveProgress, ArchiveProgressQuery, ChangeHolding, EnterProgress, HoldingDetail, HoldingPage, HoldingQuery, ReverseEntry } from './archive'

/** 婚姻登记归档历史数据电子化（规划三（三）2）. */
export const archives = {
  permissions: {
    viewArchives: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
    keepArchives: ['BU_CLERK'],
  },
  problems: {
    'holding-taken': { status: 409, title: '该年代已登记', detail: '“{name}”{decade}的{registration}档案已登记（{number}），请在原有记录上修改或登记进度。' },
    'holding-too-few': { status: 422, title: '馆藏卷数少于已完成', detail: '馆藏卷数不能少于已数字化的 {digitised} 卷。已数字化数有误的，请先冲销相应的进度。' },
    'progress-too-many': { status: 422, title: '超过馆藏卷数', detail: '{which}累计 {sum} 卷，超过{limitName} {limit} 卷，请核对本次数量。' },
    'progress-month': { status: 422, title: '月份有误', detail: '{month} 还没有到，请填写已经发生的月份。' },
    'entry-reversed': { status: 409, title: '该笔进度不能冲销', detail: '该笔进度已冲销，或本身是冲销记录，不能再冲销。' },
    'reversal-too-many': { status: 409, title: '不能冲销', detail: '冲销后已数字化 {digitised} 卷，少于已质检的 {checked} 卷。请先冲销质检的进度。' },
  },
  routes: {
    getArchiveProgress: { method: 'GET', path: '/archive-progress', summary: '档案数字化进度', may: 'viewArchives', query: ArchiveProgressQuery, answer: ArchiveProgress },
    findHoldings: { method: 'GET', path: '/archive-holdings', summary: '馆藏档案', may: 'viewArchives', query: HoldingQuery, answer: HoldingPage },
    getHolding: { method: 'GET', path: '/archive-holdings/:id', summary: '馆藏档案详情', may: 'viewArchives', params: IdParams, answer: HoldingDetail },
    addHolding: { method: 'POST', path: '/archive-holdings', summary: '登记馆藏档案', may: 'keepArchives', body: AddHolding, answer: Saved },
    changeHolding: { method: 'PUT', path: '/archive-holdings/:id', summary: '修改馆藏档案', may: 'keepArchives', params: IdParams, body: ChangeHolding, answer: Saved },
    enterProgress: { method: 'POST', path: '/archive-holdings/:id/progress', summary: '登记数字化进度', may: 'keepArchives', params: IdParams, body: EnterProgress, answer: Saved },
    reverseProgress: { method: 'POST', path: '/archive-holdings/:id/reversals', summary: '冲销数字化进度', may: 'keepArchives', params: IdParams, body: ReverseEntry, answer: Saved },
  },
} as const satisfies ContractPart
