import { LIST_COLUMNS, type ListSource } from '@xishan/funeral-management-contract'
import { PlaceNames, proposeMapping } from '@xishan/service-kit'
import { describe, expect, it } from 'vitest'
import { readListRow } from './read-list-row'

const names = new PlaceNames(
  [['530112', '西山区'], ['530112001', '西苑街道'], ['530112001001', '凯苑社区居委会'], ['530112002', '马街街道']].map(([code = '', name = '']) => ({ code, name, validFrom: null, validTo: null })),
  '2025-09-30',
)
const HEADS: Record<ListSource, string[]> = {
  POLICE: ['姓名', '公民身份号码', '性别', '出生日期', '死亡日期', '户籍地址'],
  HEALTH: ['编号', '死者姓名', '证件号码', '性别', '出生日期', '死亡日期', '死亡地点', '填报单位', '户籍地址'],
  HALL: ['逝者姓名', '身份证号', '性别', '死亡时间', '死亡证明编号', '住址'],
}
function read(source: ListSource, cells: (string | null)[]) {
  const heads = HEADS[source]
  return readListRow({ number: 2, cells, refusals: [] }, { source, heads, columns: proposeMapping(heads, LIST_COLUMNS[source]).columns, names, today: '2025-09-30' })
}
const NUMBER = '530112194103050012'

describe('each source’s own columns', () => {
  it('of the police', () => {
    expect(read('POLICE', ['王 大 爷', NUMBER, '', '', '2025.9.1', '昆明市西山区西苑街道凯苑社区 8 号'])).toMatchObject({
      name: '王大爷', number: NUMBER, sex: '1', birthDate: '1941-03-05', diedOn: '2025-09-01', hukouDivisionCode: '530112001001', masked: '530112********0012', faults: [], remarks: [], facts: {},
    })
  })

  it('of the health authority', () => {
    expect(read('HEALTH', ['530112-2025-001', '李四', NUMBER, '男', '1941-03-05', '2025年9月1日', '家中', '马街社区卫生服务中心', '西山区马街街道'])).toMatchObject({
      hukouDivisionCode: '530112002', facts: { place: 'HOME', certificateNumber: '530112-2025-001', certificateIssuer: '马街社区卫生服务中心' },
    })
  })

  it('of the hall, whose days have a time', () => {
    expect(read('HALL', ['张三', NUMBER, '男', '2025-09-01 03:20', 'SW1', '五华区某路'])).toMatchObject({ diedOn: '2025-09-01', hukouDivisionCode: '530112', facts: { certificateNumber: 'SW1' } })
  })
})

describe('what is not trusted', () => {
  it.each([
    ['15 位号码换算并注明', NUMBER.slice(0, 6) + NUMBER.slice(8, 17), { number: NUMBER, converted: true, remarks: ['15 位旧号码，已换算为 18 位'] }],
    ['校验码不符', '530112194103050019', { number: null, converted: false, remarks: [expect.stringContaining('校验码')] }],
    ['位数不足', '53011219410305001', { number: null, remarks: [expect.stringContaining('少 1 位')] }],
    ['只有姓名', '', { number: null, masked: '', remarks: ['没有证件号码，只有姓名'] }],
    ['全角和空格', '５３０１１２ 19410305 ００１２', { number: NUMBER, remarks: [] }],
  ])('号码：%s', (_case, number, expected) => expect(read('POLICE', ['王五', number, '男', '1941-03-05', '2025-09-01', ''])).toMatchObject({ ...expected, faults: [] }))

  it.each([
    ['来日', '2025-10-01', /晚于业务日期/],
    ['早于出生', '1940-01-01', /早于出生日期/],
    ['没有', '', /没有可用的日期/],
    ['读法不一', '01/02/2025', /不是能确定的日期/],
    ['不存在', '2025-02-30', /不是存在的日期/],
  ])('日期：%s', (_case, diedOn, message) => expect(read('POLICE', ['王五', NUMBER, '', '', diedOn, '']).faults.join()).toMatch(message))

  it('a name of digits is none', () => expect(read('POLICE', ['12345', NUMBER, '', '', '2025-09-01', '']).faults).toEqual(['“姓名”没有填写或不像姓名']))
})
