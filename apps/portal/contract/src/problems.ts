import { COMMON_PROBLEMS, type Problems } from '@xishan/domain'

export const PROBLEMS = {
  ...COMMON_PROBLEMS,
  'indicator-computed': { status: 409, title: '该指标由系统计算', detail: '“{indicator}”由{line}业务数据自动计算，不接受填报。如对数值有异议，请从“查看明细”核对业务记录。' },
  'indicator-not-computed': { status: 409, title: '该指标没有业务明细', detail: '“{indicator}”目前由{section}填报，没有可查看的业务记录，请查看填报依据。' },
  'entry-value-impossible': { status: 422, title: '填报数值不合理', detail: '{reason}' },
  'entry-cut-off-impossible': { status: 422, title: '数据截止日期不合理', detail: '{reason}' },
  'entry-waiting': { status: 409, title: '已有待复核的填报', detail: '“{indicator}”截止{dataAsOf}的填报正在等待复核，请先复核或撤回后再填报。' },
  'entry-of-another': { status: 403, title: '只能撤回本人填报', detail: '该填报由{enteredBy}提交，待复核期间只能由本人撤回；复核人可选择退回。' },
  'evidence-missing': { status: 422, title: '缺少依据附件', detail: '填报须附依据文件（报表、统计台账或批复的扫描件）。' },
  'ruling-effect-unknown': { status: 422, title: '口径选项不存在', detail: '该事项没有所选的口径，请刷新页面后重新选择。' },
  'line-down': { status: 503, title: '业务系统暂时无法访问', detail: '{line}暂时没有响应，明细无法查看；汇总数值仍为{dataAsOf}采集的数值。请稍后重试。' },
  'line-answer-unreadable': { status: 502, title: '业务系统返回的内容无法识别', detail: '{line}返回的内容不符合约定，系统未采用。请告知信息中心。' },
  'line-refused': { status: 403, title: '业务系统未授权', detail: '{line}未允许您查看这些明细，如有需要请联系管理员。' },
} as const satisfies Problems
