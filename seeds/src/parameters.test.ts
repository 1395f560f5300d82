import { ParameterBook } from '@xishan/domain'
import { PARAMETER_KEYS as FUNERAL_KEYS, parameters as funeralParameters } from '@xishan/funeral-management-contract'
import { ASSESSMENT_PARAMETERS, PARAMETER, PARAMETER_KEYS, parameters } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { funeralManagementParameters, socialAssistanceParameters } from './parameters'

const DEMONSTRATION_BEGINS = '2025-09-30'

describe('seeded parameters of social assistance', () => {
  it('cover every key that the rules and the procedure read', () => {
    const book = new ParameterBook(socialAssistanceParameters, DEMONSTRATION_BEGINS)
    expect(PARAMETER_KEYS.filter((key) => !socialAssistanceParameters.some((version) => version.key === key))).toEqual([])
    expect(book.used(...PARAMETER_KEYS)).toHaveLength(PARAMETER_KEYS.length)
  })

  it('hold no key that nothing reads, and each belongs to a group of the page', () => {
    const keys = [...new Set(socialAssistanceParameters.map(({ key }) => key))]
    expect(keys.filter((key) => !PARAMETER_KEYS.includes(key))).toEqual([])
    expect(keys.filter((key) => parameters.groupOf(key) === '其他')).toEqual([])
  })

  it.each([
    ['规划：城镇标准由 530 元上调至 630 元', '2016-01-01', PARAMETER.standard.URBAN, 53000],
    ['规划：城镇标准由 530 元上调至 630 元', DEMONSTRATION_BEGINS, PARAMETER.standard.URBAN, 63000],
    ['农村标准暂与城镇相同', DEMONSTRATION_BEGINS, PARAMETER.standard.RURAL, 63000],
    ['民发〔2021〕57号第十九条', DEMONSTRATION_BEGINS, 'subsistence.term.posting', 7],
    ['民发〔2021〕57号第二十条', DEMONSTRATION_BEGINS, 'subsistence.term.bureau-audit', 10],
    ['民发〔2021〕57号第二十二条', DEMONSTRATION_BEGINS, 'subsistence.term.whole', 30],
    ['民发〔2021〕57号第二十二条', DEMONSTRATION_BEGINS, 'subsistence.term.whole-extended', 45],
    ['民发〔2022〕83号', DEMONSTRATION_BEGINS, 'subsistence.term.whole-delegated', 20],
    ['民发〔2021〕57号第八条', DEMONSTRATION_BEGINS, PARAMETER.marginalMultiple, 1.5],
  ])('%s: on %s %s is %d', (_source, on, key, value) => {
    expect(new ParameterBook(socialAssistanceParameters, on).number(key)).toBe(value)
  })

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
  ])('57号 §13: on %s the central basic pension counts: %s', (on, counts) => {
    expect(new ParameterBook(socialAssistanceParameters, on).flag(PARAMETER.centralBasicPensionCounts)).toBe(counts)
  })

  it('name a law for every value marked as law, and the plan for the seeded ones', () => {
    expect(socialAssistanceParameters.filter(({ sourceMark, source }) => sourceMark === 'law' && !/民发|法》/.test(source))).toEqual([])
    expect(socialAssistanceParameters.filter(({ sourceMark, source }) => sourceMark === 'seed' && !source.includes('规划'))).toEqual([])
  })

  it('are enough to assess with from the day of 57号', () => {
    expect(() => new ParameterBook(socialAssistanceParameters, '2021-07-01').used(...ASSESSMENT_PARAMETERS)).not.toThrow()
  })
})

describe('seeded parameters of funerals, marriage and adoption', () => {
  it('cover every key that the line reads, hold no other, and each belongs to a group of the page', () => {
    const keys = [...new Set(funeralManagementParameters.map(({ key }) => key))]
    expect(keys.toSorted()).toEqual([...FUNERAL_KEYS].toSorted())
    expect(new ParameterBook(funeralManagementParameters, DEMONSTRATION_BEGINS).used(...FUNERAL_KEYS)).toHaveLength(FUNERAL_KEYS.length)
    expect(keys.filter((key) => funeralParameters.groupOf(key) === '其他')).toEqual([])
  })

  it('name a law for every value marked as law, and the plan for the seeded ones', () => {
    expect(funeralManagementParameters.filter(({ sourceMark, source }) => sourceMark === 'law' && !/条例》|办法》|法》|规定》|规范》|〔\d{4}〕/.test(source))).toEqual([])
    expect(funeralManagementParameters.filter(({ sourceMark, source }) => sourceMark === 'seed' && !source.includes('规划'))).toEqual([])
  })
})
