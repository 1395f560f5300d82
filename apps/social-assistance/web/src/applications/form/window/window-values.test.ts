import { WindowFields } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { NOTHING_KEPT, blankWindow, draftOf, windowForm, type WindowValues } from './window-values'

const STREET = '530112001'
const filled: WindowValues = {
  applicantName: '王秀英', document: { type: '1', number: '530112194103150021' }, phone: '13800001234', divisionCode: '530112001001', hukouDivisionCode: STREET,
  residence: 'URBAN', address: '凯苑社区 3 幢 501', memberCount: 2, hardship: 'OLD_AGE', staffRelative: false, agent: null,
}

describe('a blank window', () => {
  it('knows the place of the person who takes the application', () => {
    expect(blankWindow(STREET)).toMatchObject({ divisionCode: '', hukouDivisionCode: STREET })
    expect(blankWindow('530112001001')).toMatchObject({ divisionCode: '530112001001', hukouDivisionCode: STREET })
    expect(blankWindow('530112')).toMatchObject({ divisionCode: '', hukouDivisionCode: '' })
  })
  it('has every field of the contract', () => expect(Object.keys(blankWindow(STREET)).sort()).toEqual(Object.keys(WindowFields.shape).sort()))
})

describe('the form', () => {
  it('asks for everything at first', () => {
    expect(windowForm(NOTHING_KEPT).safeParse(filled).success).toBe(true)
    expect(windowForm(NOTHING_KEPT).safeParse({ ...filled, document: undefined }).success).toBe(false)
  })
  it('does not ask again for what is kept', () => {
    const kept = { document: true, phone: true, agent: true }
    expect(windowForm(kept).safeParse({ ...filled, document: undefined, phone: undefined, agent: undefined }).success).toBe(true)
    expect(windowForm(kept).safeParse({ ...filled, phone: '123' }).success).toBe(false)
  })
})

describe('a draft', () => {
  it('keeps what was typed and leaves the rest out', () => {
    expect(draftOf({ ...blankWindow(STREET), applicantName: '王秀英' }).data).toEqual({ applicantName: '王秀英', hukouDivisionCode: STREET, agent: null })
    expect(draftOf(filled).data).toEqual(filled)
  })
  it('keeps nothing wrong', () => {
    expect(draftOf({ ...filled, phone: '138' }).error?.issues.map(({ path }) => path.join('.'))).toEqual(['phone'])
    expect(draftOf({ ...filled, document: { type: '1', number: '530112' } }).success).toBe(false)
    expect(draftOf({ ...filled, agent: { name: '李', phone: '', relation: '' } }).success).toBe(false)
  })
  it('leaves what the service holds as it is', () => expect(draftOf({ ...filled, document: undefined, phone: undefined, agent: undefined }).data).not.toHaveProperty('agent'))
})
