import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyMapping, headTitles, mappingProblems, proposeMapping, type WantedColumn } from './column-mapping'

const WANTED: WantedColumn[] = [
  { key: 'name', title: '姓名', aliases: ['户主姓名', '领款人'], required: true },
  { key: 'number', title: '身份证号码', aliases: ['证件号码', '公民身份号码'], required: true },
  { key: 'amount', title: '金额（元）', aliases: ['发放金额'], required: true },
  { key: 'note', title: '备注' },
]
const problems = (heads: string[]) => mappingProblems(proposeMapping(heads, WANTED))

describe('a proposed mapping', () => {
  it('takes the very title, the title otherwise punctuated, an alias', () => {
    const mapping = proposeMapping(['序号', '户主姓名', ' 身份证 号码：', '金额(元)'], WANTED)
    expect(mapping.columns).toEqual({ name: 1, number: 2, amount: 3 })
    expect(mapping.unused).toEqual([0])
    expect(mapping).toMatchObject({ missing: [], ambiguous: [], repeated: [] })
  })

  it('prefers the title over an alias that stands beside it', () => expect(proposeMapping(['领款人', '姓名'], WANTED).columns).toEqual({ name: 1 }))

  it('names what is missing, but not what may be', () =>
    expect(problems(['姓名', '备注'])).toEqual(['缺少“身份证号码”列，请补上该列，或指定由哪一列提供。', '缺少“金额（元）”列，请补上该列，或指定由哪一列提供。']))

  it('does not choose between two', () => {
    expect(proposeMapping(['姓名', '姓名', '身份证号码', '金额（元）'], WANTED).columns).toEqual({ number: 2, amount: 3 })
    expect(problems(['姓名', '姓名', '身份证号码', '金额（元）'])).toEqual(['“姓名”对应多列（A、B），请只保留一列，或指定其中一列。'])
  })

  it('does not give one column to two', () => {
    const wanted: WantedColumn[] = [{ key: 'a', title: '甲', aliases: ['账号'] }, { key: 'b', title: '乙', aliases: ['账号'] }]
    const mapping = proposeMapping(['账号'], wanted)
    expect(mapping.columns).toEqual({})
    expect(mappingProblems(mapping)).toEqual(['A 列被同时用作“甲”和“乙”，请分别指定。'])
  })

  it('joins the rows of a head', () => expect(headTitles([['家庭成员', null, '金额'], ['姓名', '关系']])).toEqual(['家庭成员 姓名', '关系', '金额']))
})

describe('a kept mapping', () => {
  it('finds its columns wherever they moved', () => {
    const { saved } = proposeMapping(['姓名', '证件号码', '发放金额'], WANTED)
    expect(applyMapping(saved, ['发放金额', '姓名', '备注', '证件号码'], WANTED).columns).toEqual({ name: 1, number: 3, amount: 0 })
  })

  it('takes nothing else instead', () => {
    const mapping = applyMapping({ name: '领款人', number: '证件号码', amount: '金额' }, ['姓名', '证件号码', '证件号码', '金额'], WANTED)
    expect(mapping.columns).toEqual({ amount: 3 })
    expect(mapping.missing.map(({ key }) => key)).toEqual(['name'])
    expect(mapping.ambiguous).toEqual([{ wanted: WANTED[1], columns: [1, 2] }])
  })

  it('is the one that was proposed, on the file it was proposed for', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['姓名', '户主姓名', '证件号码', '身份证号码', '金额', '金额（元）', '备注', '其他']), (heads) => {
        const proposed = proposeMapping(heads, WANTED)
        expect(applyMapping(proposed.saved, heads, WANTED).columns).toEqual(proposed.columns)
      }),
    )
  })

  it('is not led astray by odd keys', () => expect(applyMapping({}, ['x'], [{ key: 'constructor', title: 'x' }]).columns).toEqual({}))
})
