import type { Problems } from './route'

/** Problems that any service may answer with. Codes are stable; sentences may be reworded. */
export const COMMON_PROBLEMS = {
  'invalid-input': { status: 422, title: '填写内容有误', detail: '请按各项提示改正后重新提交。' },
  'malformed-request': { status: 400, title: '请求无法识别', detail: '请求格式不正确，请刷新页面后重试。' },
  'not-signed-in': { status: 401, title: '尚未登录', detail: '请先登录。' },
  'token-expired': { status: 401, title: '登录凭证需更新', detail: '请稍候，系统将自动更新登录状态。' },
  'not-permitted': { status: 403, title: '没有权限', detail: '您的岗位不能办理此事项，如有需要请联系管理员。' },
  'foreign-origin': { status: 403, title: '请求来源不受信任', detail: '请从本系统页面办理。' },
  'not-found': { status: 404, title: '没有找到', detail: '该记录不存在，或不在您的管辖范围内。' },
  'stale-version': { status: 409, title: '内容已被他人更新', detail: '{by}已于{at}更新了此记录，请刷新查看后再办理。您填写的内容仍保留在页面上。' },
  'action-out-of-state': { status: 409, title: '当前环节不能办理', detail: '当前为“{state}”，不能“{action}”。请刷新查看最新进展。' },
  'action-not-yours': { status: 403, title: '不属于您的办理环节', detail: '“{action}”应由{roles}办理。' },
  'separation-of-duties': { status: 403, title: '岗位分离限制', detail: '您已办理过本件的“{earlier}”，不能再办理“{action}”，请转其他同事。' },
  'attachment-missing': { status: 422, title: '缺少材料', detail: '办理“{action}”前须上传：{missing}。' },
  'key-reused': { status: 422, title: '重复提交标识冲突', detail: '同一次提交的内容前后不一致，请刷新页面后重新办理。' },
  'content-too-large': { status: 413, title: '提交的内容过多', detail: '一次提交的内容过多，请精简文字或分次填写。' },
  'file-too-large': { status: 413, title: '文件过大', detail: '单个文件不能超过 {limit}，请压缩或拆分后再上传。' },
  'file-kind-refused': { status: 415, title: '文件类型不符', detail: '只接受 {accepted}。该文件的实际内容为{actual}，请重新选择。' },
  'workbook-damaged': { status: 422, title: '表格无法读取', detail: '表格文件不完整或已损坏（{reason}），请用 Excel 或 WPS 打开后另存为 xlsx，再重新上传。' },
  'workbook-locked': { status: 422, title: '表格有打开密码', detail: '表格设有打开密码，请在 Excel 或 WPS 中取消密码后另存，再重新上传。' },
  'text-field-refused': { status: 422, title: '内容不能写入文件', detail: '第 {line} 行“{field}”{reason}，请改正后重新生成文件。' },
  'text-file-damaged': { status: 422, title: '文本文件无法读取', detail: '文件{where}{reason}。请使用银行下发的原文件，不要打开后另存；原文件如此的，请联系银行重新下发。' },
  'calendar-not-covered': { status: 409, title: '工作日历未录入', detail: '{year} 年的放假安排尚未录入工作日历（现有 {from} 至 {to}），暂不能计算期限，请联系管理员按国务院办公厅通知补录。' },
  'too-many-requests': { status: 429, title: '操作过于频繁', detail: '请稍后再试。' },
  'unavailable': { status: 503, title: '服务暂时不可用', detail: '请稍后重试；已填写的内容不会丢失。' },
  'unexpected': { status: 500, title: '系统出现异常', detail: '系统已记录此问题（编号 {incident}），请稍后重试或告知信息中心。' },
} as const satisfies Problems

/** A refusal a person can read: a code from a contract's table, details for its sentence, and the fields concerned. */
export class DomainProblem extends Error {
  constructor(
    readonly code: string,
    readonly details: Record<string, string | number> = {},
    readonly errors: { field: string; message: string }[] = [],
  ) {
    super(code)
    this.name = 'DomainProblem'
  }
}

/** The sentence of a problem with its details filled in. */
export const sentence = (template: string, details: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
