import { describe, expect, it } from 'vitest'
import { judgeHousehold, type KnownOfPeople, type PaidNow, type StoredFacts, type StoredRow } from './judge-household'
import { cellProblem } from './row-problem'

const FACTS: StoredFacts = {
  sex: '1', birthDate: '1960-01-01', isLegacy: false, relation: '0', people: null, residence: 'URBAN', category: 'A', householdFen: 126000, memberFen: null, fromMonth: '2020-01', confirmedOn: null, bank: null, holder: null,
  accountLastFour: null, address: null, accountLookup: null,
}
const LEFT_EMPTY = { residence: null, category: null, householdFen: null, fromMonth: null }
const head = (facts: Partial<StoredFacts> = {}, changed: Partial<StoredRow> = {}): StoredRow => ({ number: 5, key: 'k', name: '张三', divisionCode: '530112001001', lookup: 'head', facts: { ...FACTS, ...facts }, problems: [], ...changed })
const member = (facts: Partial<StoredFacts> = {}, changed: Partial<StoredRow> = {}): StoredRow => head({ relation: '1', ...LEFT_EMPTY, ...facts }, { number: 6, name: '李四', lookup: 'wife', divisionCode: null, ...changed })

const NOBODY: KnownOfPeople = { rowsOf: new Map(), inPay: new Map(), diedOn: new Map(), waiting: new Map() }
const PAID: PaidNow = { benefitId: 'b1', number: 'XS-SAB-2025-000001', headName: '张三', fromMonth: '2020-01', amountFen: 126000, category: 'A', residence: 'URBAN', divisionCode: '530112001001', people: 2, firstConfirmedOn: null, accountLookup: null, lookups: ['head', 'wife'] }
const paid = (changed: Partial<PaidNow> = {}): KnownOfPeople => ({ ...NOBODY, inPay: new Map([['head', { ...PAID, ...changed }], ['wife', { ...PAID, ...changed }]]) })
const judge = (rows: StoredRow[], known = NOBODY) => judgeHousehold(rows, known, '2025-09', '2025-09-30', (key) => key)
const found = (rows: StoredRow[], known = NOBODY) => judge(rows, known).rows.flatMap(({ number, problems }) => problems.filter(({ column }) => column !== '整户').map(({ column, problem }) => `${number} ${column} ${problem}`))

describe('a household that is whole', () => {
  it.each<[string, StoredRow[], number]>([
    ['of a row a member', [head(), member()], 2],
    ['of its head and a number of people', [head({ people: 3 })], 3],
    ['of one row without a relation', [head({ relation: null })], 1],
    ['with shares that add up', [head({ memberFen: 63000 }), member({ memberFen: 63000 })], 2],
    ['whose members repeat what the head says', [head(), member({ ...FACTS, relation: '1' }, { divisionCode: '530112001001' })], 2],
  ])('%s is new', (_, rows, people) => {
    expect(judge(rows)).toMatchObject({ rows: rows.map(() => ({ outcome: 'NEW' })), head: { number: 5, people, amountFen: 126000, fromMonth: '2020-01', divisionCode: '530112001001' } })
  })

  it('and is in pay exactly so is unchanged', () => expect(judge([head(), member()], paid())).toMatchObject({ rows: [{ outcome: 'UNCHANGED' }, { outcome: 'UNCHANGED' }], benefitId: 'b1' }))
})

describe('what keeps a household back', () => {
  it.each<[string, StoredRow[], KnownOfPeople, string]>([
    ['no head', [member({ ...FACTS, relation: '1' }), member({ relation: '2' }, { number: 7, lookup: 'son' })], NOBODY, '6 relation 本户没有户主'],
    ['two heads', [head(), member({ relation: '0' })], NOBODY, '6 relation 本户有不止一名户主（另见第 5 行）'],
    ['a member without a relation', [head(), member({ relation: null })], NOBODY, '6 relation 没有填写与户主关系'],
    ['no place', [head({}, { divisionCode: null })], NOBODY, '5 community 没有填写社区（村）'],
    ['no amount', [head({ householdFen: null })], NOBODY, '5 householdAmount 户主行没有填写'],
    ['nothing to be paid', [head({ householdFen: 0 })], NOBODY, '5 householdAmount 户月保障金额为 0，不在保的家庭请从名册中删除'],
    ['shares that do not add up', [head({ memberFen: 63000 }), member({ memberFen: 62999 })], NOBODY, '5 householdAmount 户金额 1,260.00 元，各成员合计 1,259.99 元，相差 0.01 元'],
    ['a share that is left out', [head({ memberFen: 63000 }), member()], NOBODY, '5 householdAmount 户金额 1,260.00 元，各成员合计 630.00 元，相差 630.00 元'],
    ['another number of people than rows', [head({ people: 3 }), member()], NOBODY, '5 people 保障人数为 3 人，名册中本户有 2 行'],
    ['a member who says otherwise', [head(), member({ category: 'B' })], NOBODY, '6 category 与户主行（第 5 行）不一致'],
    ['a member elsewhere', [head(), member({}, { divisionCode: '530112002001' })], NOBODY, '6 community 与户主行（第 5 行）不在同一社区'],
    ['a month to come', [head({ fromMonth: '2025-10' })], NOBODY, '5 fromMonth 开始享受月份晚于名册月份（2025年9月）'],
    ['a day to come', [head({ confirmedOn: '2025-10-01' })], NOBODY, '5 confirmedOn 首次审核确认日期晚于今天'],
    ['a confirmation after the first month', [head({ confirmedOn: '2020-02-01' })], NOBODY, '5 confirmedOn 首次审核确认日期晚于开始享受月份（2020年1月）'],
    ['somebody twice', [head()], { ...NOBODY, rowsOf: new Map([['head', [5, 90]]]) }, '5 idNumber 与第 90 行是同一人'],
    ['somebody dead', [head()], { ...NOBODY, diedOn: new Map([['head', '2025-03-01']]) }, '5 idNumber 此人已于 2025-03-01 死亡'],
    ['somebody in another roster', [head()], { ...NOBODY, waiting: new Map([['head', 'XS-SAM-2025-000009']]) }, '5 idNumber 此人已在名册 XS-SAM-2025-000009 中通过核验、等待入库'],
    ['a member in pay elsewhere', [head(), member()], { ...NOBODY, inPay: new Map([['wife', { ...PAID, headName: '王五' }]]) }, '6 idNumber 此人已在王五户（待遇编号 XS-SAB-2025-000001）享受'],
    ['an amount unlike that in pay', [head(), member()], paid({ amountFen: 100000 }), '5 householdAmount 与在保信息不一致：名册为1,260.00 元，在保为1,000.00 元'],
    ['a first month unlike that in pay', [head(), member()], paid({ fromMonth: '2019-12' }), '5 fromMonth 与在保信息不一致：名册为2020年1月，在保为2019年12月'],
    ['other members than in pay', [head(), member()], paid({ lookups: ['head', 'son'] }), '5 idNumber 与在保信息不一致：名册为另外的成员，在保为原有成员'],
    ['an account unlike that in pay', [head({ accountLookup: 'x', accountLastFour: '1234' }), member()], paid({ accountLookup: 'y' }), '5 account 与在保信息不一致：名册为尾号 1234，在保为另一账号'],
  ])('%s', (_, rows, known, sentence) => {
    expect(found(rows, known).map((text) => text.slice(0, sentence.length))).toContain(sentence)
    expect(judge(rows, known)).toMatchObject({ rows: rows.map(() => ({ outcome: 'PROBLEM' })), head: null })
  })

  it('a difference to what is in pay sends to the change of benefits', () => expect(judge([head(), member()], paid({ category: 'C' })).rows[0]?.problems[0]?.remedy).toContain('在保变更'))

  it('one wrong row holds back the others, which say so', () => {
    const { rows } = judge([head(), member({}, { problems: [cellProblem('name', '', '没有填写姓名，请补填')] })])
    expect(rows[0]).toMatchObject({ outcome: 'PROBLEM', problems: [{ column: '整户', problem: expect.stringContaining('第 6 行有误') }] })
  })
})
