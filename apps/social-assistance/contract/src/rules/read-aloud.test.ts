import { describe, expect, it } from 'vitest'
import { assess } from './assess'
import { aBook, aHousehold, aMember, aProperty, aWife, anIncome, evidenceOf } from './examples'
import { readAloud } from './read-aloud'
import { RULE_TEXTS } from './rule-texts'

const spoken = readAloud(
  assess(
    aHousehold([aMember({ birthDate: '1950-02-01' }), aWife()]),
    evidenceOf({ incomes: [anIncome('WAGES', 500, 2), anIncome('OLD_AGE_ALLOWANCE', 60)], properties: [aProperty({ kind: 'HOME', squareMetres: 60, location: '凯苑社区' })] }),
    aBook(),
  ).trace,
)

describe('a trace read aloud', () => {
  it('says each step as a sentence with its basis', () => {
    expect(spoken).toEqual(expect.arrayContaining([
      `计入家庭收入：李桂英工资性收入（核算期合计）6,000元（入户调查，2025年9月10日），依据民发〔2021〕57号第十三条；计入为6,000元。（依据：${RULE_TEXTS['income.counted'].source}）`,
      expect.stringMatching(/^经济状况查明：王大明查明日期.*；查明情况：已查明全部成员；符合。/),
      `收入低于标准：人均月收入250元，应低于630元；符合。（依据：${RULE_TEXTS['eligibility.income'].source}）`,
      `分类施保：王大明出生日期1950年2月1日，符合的情形老年人，按老年人增发标准的比例10%；王大明分类施保为63元。（依据：${RULE_TEXTS['supplement.member'].source}）`,
      `月保障金额：月差额760元，分类施保合计63元，最低发放额50元；月保障金额为823元。（依据：${RULE_TEXTS['amount.payable'].source}）`,
    ]))
  })

  it('contains no code, no key and nothing undefined', () => {
    for (const sentence of spoken) expect(sentence).not.toMatch(/[a-z]{3,}|undefined|NaN|\[object/)
  })

  it('says what is not known instead of staying silent', () => {
    const unknown = readAloud(assess(aHousehold(), evidenceOf({ examined: [] }, { meansCheck: null }), aBook()).trace)
    expect(unknown.filter((sentence) => sentence.includes('尚未查明')).map((sentence) => sentence.slice(0, 6))).toEqual(['经济状况查明', '家庭经济状况'])
  })
})
