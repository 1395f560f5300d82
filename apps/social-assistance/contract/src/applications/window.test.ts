import { describe, expect, it } from 'vitest'
import { DraftInput, WindowFields } from './window'

const filled = {
  applicantName: '王秀英',
  document: { type: '1', number: '530112194103150021' },
  phone: '13800001234',
  divisionCode: '530112001001',
  hukouDivisionCode: '530112001',
  residence: 'URBAN',
  address: '凯苑社区 3 幢 2 单元 501',
  memberCount: 2,
  hardship: 'OLD_AGE',
  staffRelative: false,
  agent: null,
}

describe('the window', () => {
  it('asks at most twelve fields, a document being two', () => {
    expect(Object.keys(WindowFields.shape).length + 1).toBeLessThanOrEqual(12)
  })

  it('accepts a plain application', () => expect(WindowFields.safeParse(filled).success).toBe(true))

  it.each<[string, object, string, string]>([
    ['an impossible number', { document: { type: '1', number: '530112194103150022' } }, 'document.number', ''],
    ['a community of another district', { divisionCode: '530102001001' }, 'divisionCode', '请从列表中选择西山区的社区（村）'],
    ['a street instead of a community', { divisionCode: '530112001' }, 'divisionCode', '请从列表中选择西山区的社区（村）'],
    ['a phone without area code', { phone: '68221234' }, 'phone', ''],
    ['nobody in the household', { memberCount: 0 }, 'memberCount', '家庭人口数至少为 1'],
    ['an empty name', { applicantName: '   ' }, 'applicantName', '请填写申请人姓名'],
    ['a control character', { address: '昆明\u0000' }, 'address', '居住地址含有无法识别的字符，请删除后重新输入'],
  ])('refuses %s and names the field', (_what, wrong, path, message) => {
    const issue = WindowFields.safeParse({ ...filled, ...wrong }).error?.issues[0]
    expect(issue?.path.join('.')).toBe(path)
    if (message) expect(issue?.message).toBe(message)
  })

  it('takes papers other than the identity card, by their own form', () => {
    expect(WindowFields.safeParse({ ...filled, document: { type: '8', number: 'T530000001' } }).success).toBe(true)
  })

  it('keeps an unfinished draft, but nothing wrong in it', () => {
    expect(DraftInput.safeParse({ applicantName: '王秀英' }).success).toBe(true)
    expect(DraftInput.safeParse({}).success).toBe(true)
    expect(DraftInput.safeParse({ memberCount: 99 }).success).toBe(false)
  })
})
