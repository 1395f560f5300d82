import { describe, expect, it } from 'vitest'
import { assess } from '../rules/assess'
import { aBook, aChild, aHousehold, aMember, anIncome, evidenceOf } from '../rules/examples'
import { ReportChange } from './action-inputs'
import { CHANGE_GROUND, CHANGE_KIND } from './code-sets'
import { differenceOf } from './difference'
import { exitSchedule, lastExitMonth } from './exit'
import { GROUNDS, groundsFor } from './grounds'
import { benefitChangeLifecycle } from './lifecycle'
import { changePapers } from './papers'

describe('grounds', () => {
  it.each([
    ['PERIODIC', '民发〔2021〕57号第三十一条', ['RECOMPUTE']],
    ['INCOME', '民发〔2021〕57号第三十二条', ['RECOMPUTE', 'STOP']],
    ['REFUSED_JOBS', '民发〔2021〕57号第三十四条', ['RECOMPUTE', 'STOP']],
    ['JOB_FOUND', '民发〔2022〕83号', ['RECOMPUTE', 'GRADUAL_EXIT']],
    ['DEATH', '民发〔2022〕83号', ['RECOMPUTE', 'HOLD', 'STOP', 'ACCOUNT', 'HEAD']],
    ['FRAUD', '《社会救助暂行办法》第六十八条', ['HOLD', 'STOP']],
  ] as const)('%s stands on %s and may lead to %o', (ground, article, kinds) => expect(GROUNDS[ground]).toEqual({ article, kinds }))

  it('are there for each kind of change, and each leads somewhere', () => {
    for (const kind of CHANGE_KIND.codes) expect(groundsFor(kind).length, kind).toBeGreaterThan(0)
    for (const ground of CHANGE_GROUND.codes) expect(GROUNDS[ground].kinds.length, ground).toBeGreaterThan(0)
  })

  const report = { benefitId: crypto.randomUUID(), kind: 'RECOMPUTE', ground: 'INCOME', source: 'HOUSEHOLD', content: '收入增加', occurredOn: '2025-09-01', reportedOn: '2025-09-10' }
  it.each([
    [{ ground: 'CARD' }, 'ground'],
    [{ kind: 'ACCOUNT', ground: 'CARD' }, 'account'],
    [{ kind: 'HEAD', ground: 'HEAD', relations: [] }, 'relations'],
    [{ occurredOn: '2025-09-11' }, 'occurredOn'],
    [{ content: '增' }, 'content'],
  ])('refuse a report with %o at its field', (changed, field) => {
    expect(ReportChange.safeParse(report).success).toBe(true)
    expect(ReportChange.safeParse({ ...report, ...changed }).error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe('a gradual exit (83号: at most six months at the last amount)', () => {
  it.each([
    ['2025-10', 6, '2026-03'],
    ['2025-12', 6, '2026-05'],
    ['2025-10', 1, '2025-10'],
  ])('from %s over %i months ends at the latest in %s', (open, most, last) => expect(lastExitMonth(open, most)).toBe(last))

  it('is a list of months with the same amount', () => {
    expect(exitSchedule('2025-11', '2026-01', 43000)).toEqual([{ month: '2025-11', amountFen: 43000 }, { month: '2025-12', amountFen: 43000 }, { month: '2026-01', amountFen: 43000 }])
  })
})

describe('separation of duties', () => {
  it.each([
    ['review', ['propose']],
    ['confirmUnchanged', ['propose']],
    ['confirm', ['propose', 'review']],
    ['reject', ['propose', 'review']],
  ] as const)('keeps %s from who did %o', (action, notBy) => expect(benefitChangeLifecycle.actions[action]).toMatchObject({ notBy }))
})

describe('the difference to before', () => {
  const head = aMember()
  const alone = assess(aHousehold([head]), evidenceOf({}, { people: 1 }), aBook())
  const paid = { amountFen: alone.amountFen, covered: [{ memberId: head.id, name: head.name, supplementFen: 0 }], trace: alone.trace }
  const nameOf = () => '小芳'

  it('is nothing where nothing changed', () => {
    expect(differenceOf(paid, alone, nameOf)).toEqual({ beforeFen: alone.amountFen, afterFen: alone.amountFen, changeFen: 0, joined: [], left: [], supplements: [], conditions: [] })
  })

  it('names who joined, with the supplement that comes with them', () => {
    const child = aChild()
    const both = assess(aHousehold([head, child]), evidenceOf({}, { people: 5 }), aBook())
    expect(differenceOf(paid, both, nameOf)).toMatchObject({ joined: ['小芳'], left: [], supplements: [{ name: '小芳', beforeFen: 0, afterFen: 6300 }] })
    expect(differenceOf({ ...paid, covered: [...paid.covered, { memberId: crypto.randomUUID(), name: '大壮', supplementFen: 6300 }] }, alone, nameOf)).toMatchObject({ left: ['大壮'], supplements: [{ name: '大壮', beforeFen: 6300, afterFen: 0 }] })
  })

  it('says which conditions read otherwise; without an earlier trace it cannot', () => {
    const earning = assess(aHousehold([head]), evidenceOf({ incomes: [anIncome('WAGES', 200)] }, { people: 1 }), aBook())
    const difference = differenceOf(paid, earning, nameOf)
    expect(difference.changeFen).toBe(-20000)
    expect(difference.conditions.find(({ title }) => title === '家庭人均月收入')).toMatchObject({ before: [expect.stringContaining('月收入合计0元')], after: [expect.stringContaining('月收入合计200元')] })
    expect(differenceOf({ ...paid, trace: null }, earning, nameOf).conditions).toEqual([])
  })
})

it('a notice is there once a change is confirmed', () => {
  expect([changePapers({ kind: 'STOP', state: 'REVIEWED' }), changePapers({ kind: 'STOP', state: 'CONFIRMED' }), changePapers({ kind: 'HOLD', state: 'CONFIRMED' })]).toEqual([[], ['STOP_NOTICE'], ['HOLD_NOTICE']])
})
