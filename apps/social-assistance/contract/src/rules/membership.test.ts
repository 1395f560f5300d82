import { describe, expect, it } from 'vitest'
import type { MemberFacts } from '../households/member'
import { aBook, aChild, aMember, aWife, memberId } from './examples'
import { membership } from './membership'

const relative = (relation: MemberFacts['relation'], facts: Partial<MemberFacts>) => aMember({ id: memberId(4), name: '亲属', relation, ...facts })
const adult = { birthDate: '2000-01-01' }

describe('who belongs to the household', () => {
  it.each<[string, MemberFacts, boolean | null]>([
    ['57号 §7(1)一 配偶', aWife(), true],
    ['57号 §7(1)一 配偶，不在一起居住也计入', aWife({ livesTogether: false }), true],
    ['57号 §7(1)二 未成年子女', aChild(), true],
    ['57号 §7(1)二 未成年子女，寄宿也计入', aChild({ livesTogether: false }), true],
    ['未保法 §2 十八周岁当天已成年', aChild({ birthDate: '2007-09-30', livesTogether: false, selfSupporting: true }), false],
    ['未保法 §2 十八周岁前一天未成年', aChild({ birthDate: '2007-10-01', livesTogether: false, selfSupporting: true }), true],
    ['57号 §7(1)三 全日制本科在校的成年子女', aChild({ ...adult, study: 'BACHELOR', fullTimeStudy: true, livesTogether: false }), true],
    ['B12 硕士生不作为被抚养人', aChild({ ...adult, study: 'MASTER', fullTimeStudy: true, selfSupporting: true, livesTogether: false }), false],
    ['57号 §7(1)三 非全日制不算在校', aChild({ ...adult, study: 'BACHELOR', selfSupporting: true, livesTogether: false }), false],
    ['57号 §7(1)三 不能独立生活的成年子女', aChild({ ...adult, selfSupporting: false, livesTogether: false }), true],
    ['57号 §7(1)四 长期共同居住的成年子女', aChild({ ...adult, selfSupporting: true }), true],
    ['未查明能否独立生活，不视为计入也不视为不计入', aChild({ ...adult, livesTogether: false }), null],
    ['57号 §7(1)四 长期共同居住的父母', relative('5', {}), true],
    ['57号 §7(1)四 不长期共同居住的父母', relative('5', { livesTogether: false }), false],
    ['57号 §7(1)四 有扶养义务的兄弟姐妹', relative('7', { legalDuty: true }), true],
    ['57号 §7(1)四 没有扶养义务的兄弟姐妹', relative('7', { legalDuty: false }), false],
    ['57号 §7(1)四 义务未查明', relative('7', { legalDuty: null }), null],
    ['57号 §7(2)一 脱离家庭三年以上的宗教教职人员', aWife({ absence: 'CLERGY_AWAY' }), false],
    ['57号 §7(2)二 服刑', aWife({ absence: 'PRISON' }), false],
    ['57号 §7(2)二 强制隔离戒毒', aWife({ absence: 'DETOX' }), false],
    ['57号 §7(2)二 宣告失踪', aChild({ absence: 'DECLARED_MISSING' }), false],
  ])('%s', (_article, member, counted) => {
    expect(membership([member], aBook()).outcome[0]?.counted).toBe(counted)
  })

  it('leaves an unknown in the trace for whom nobody looked into', () => {
    expect(membership([relative('7', { legalDuty: null })], aBook()).steps[0]?.result).toBe('unknown')
  })
})
