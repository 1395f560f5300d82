import { describe, expect, it } from 'vitest'
import { deathBehind, effectsOfDeaths, type PersonPaidFor } from './effects'

const person = (name: string, diedOn: string | null = null, more: Partial<PersonPaidFor> = {}): PersonPaidFor => ({
  memberId: name, name, fromMonth: '2025-01', toMonth: null, holdsAccount: false, death: diedOn === null ? null : { id: `death of ${name}`, diedOn }, ...more,
})
const holder = (name: string, diedOn: string | null = null) => person(name, diedOn, { holdsAccount: true })

/** Specification 08, person.died; 民发〔2022〕83号: the living are looked at again within three months. */
const HOUSEHOLDS: [what: string, people: PersonPaidFor[], toMonth: string | null, stopped: boolean, expected: [who: string, holdFrom: string | null, stopAfter: string | null, tasks: string[]][]][] = [
  ['the only member', [holder('甲', '2025-09-10')], null, false, [['甲', '2025-10', '2025-09', []]]],
  ['the head with the account, the spouse lives', [holder('甲', '2025-09-10'), person('乙')], null, false, [['甲', '2025-10', null, ['RECHECK', 'CARD_CHANGE']]]],
  ['another member', [holder('甲'), person('乙', '2025-09-10')], null, false, [['乙', null, null, ['RECHECK']]]],
  ['both, the holder first', [holder('甲', '2025-07-10'), person('乙', '2025-09-10')], null, false, [['甲', null, null, []], ['乙', '2025-10', '2025-09', []]]],
  ['both, the holder last', [holder('甲', '2025-09-10'), person('乙', '2025-07-10')], null, false, [['乙', null, null, []], ['甲', '2025-10', '2025-09', []]]],
  ['two of three', [holder('甲', '2025-09-10'), person('乙', '2025-07-10'), person('丙')], null, false, [['乙', null, null, ['RECHECK']], ['甲', '2025-10', null, ['RECHECK', 'CARD_CHANGE']]]],
  ['stopped before the death', [person('甲', '2025-09-10', { toMonth: '2025-06' })], '2025-06', true, []],
  ['stopped after the death, which came to be known late', [person('甲', '2025-05-10', { toMonth: '2025-06' })], '2025-06', true, [['甲', null, null, []]]],
  ['ending with the month of the death', [holder('甲', '2025-09-10')], '2025-09', false, [['甲', null, null, []]]],
  ['gradual exit that goes on', [holder('甲', '2025-09-10')], '2025-12', false, [['甲', '2025-10', '2025-09', []]]],
  ['gone from the household before', [holder('乙'), person('甲', '2025-09-10', { toMonth: '2025-03' })], null, false, []],
  ['taken off the benefit since', [holder('乙'), person('甲', '2025-07-10', { toMonth: '2025-07' })], null, false, [['甲', null, null, ['RECHECK']]]],
  ['the last of the year', [holder('甲', '2025-12-31')], null, false, [['甲', '2026-01', '2025-12', []]]],
]

describe('the deaths of a household', () => {
  it.each(HOUSEHOLDS)('%s', (_, people, toMonth, stopped, expected) => {
    const effects = effectsOfDeaths({ people, toMonth, stopped })
    expect(effects).toEqual(expected.map(([who, holdFrom, stopAfter, tasks]) => ({ deathId: `death of ${who}`, holdFrom, stopAfter, tasks })))
    expect(effectsOfDeaths({ people: people.toReversed(), toMonth, stopped })).toEqual(effects)
  })

  it('a month belongs to the last death before it, and to whoever was left', () => {
    const people = [holder('甲', '2025-05-10'), person('乙', '2025-07-31'), person('丙', null, { fromMonth: '2025-07' })]
    expect(deathBehind({ people }, '2025-05')).toBeNull()
    expect(deathBehind({ people }, '2025-06')).toEqual({ deathId: 'death of 甲', survivors: ['乙'], dead: ['甲'] })
    expect(deathBehind({ people }, '2025-07')).toEqual({ deathId: 'death of 甲', survivors: ['乙', '丙'], dead: ['甲'] })
    expect(deathBehind({ people }, '2025-08')).toEqual({ deathId: 'death of 乙', survivors: ['丙'], dead: ['甲', '乙'] })
  })
})
