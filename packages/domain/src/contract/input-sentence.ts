import type { z } from 'zod'

/** What counts as missing: what a form leaves empty. */
const isMissing = (input: unknown): boolean => input === undefined || input === null || input === ''

/** The unit of a size, as staff would count it. */
const UNITS: Record<string, string> = { string: '个字', array: '项', set: '项', map: '项', file: '字节' }

/** The words for an input that a schema refuses without words of its own: no type names, no patterns, no English. */
export const inputSentence: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue.input) ? '请填写此项' : issue.expected === 'number' || issue.expected === 'int' ? '应为数字' : '内容的形式不正确，请重新填写'
    case 'invalid_value':
      return isMissing(issue.input) ? '请选择此项' : '不在可选范围内，请重新选择'
    case 'invalid_union':
      return isMissing(issue.input) ? '请填写此项' : '内容不符合要求，请核对后重新填写'
    case 'too_big':
      return issue.origin in UNITS ? `不能超过 ${issue.maximum} ${UNITS[issue.origin]}` : `不能${issue.inclusive === false ? '等于或' : ''}大于 ${issue.maximum}`
    case 'too_small':
      return issue.origin in UNITS ? `不能少于 ${issue.minimum} ${UNITS[issue.origin]}` : `不能${issue.inclusive === false ? '等于或' : ''}小于 ${issue.minimum}`
    case 'unrecognized_keys':
      return '含有不认识的项目，请刷新页面后重新填写'
    default:
      return '格式不正确，请核对后重新填写'
  }
}
