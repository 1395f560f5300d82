import { CHECK_SOURCE, type MeansCheckDetail } from '@xishan/social-assistance-contract'
import { describe, expect, it } from 'vitest'
import { AnswerSheet, answersIn, sheetLines } from './answer-sheet'

const [FIRST, SECOND] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const
const people = [{ memberId: FIRST, name: '王建国', documentMasked: '' }, { memberId: SECOND, name: '李桂英', documentMasked: '' }]
const answer = (memberId: string, source: MeansCheckDetail['answers'][number]['source'], finding: MeansCheckDetail['answers'][number]['finding'] = 'CONSISTENT'): MeansCheckDetail['answers'][number] => ({
  memberId, source, finding, answeredOn: '2025-09-28', amountFen: null, details: '', way: 'BY_HAND', enteredBy: '马晓燕',
})
const everything = people.flatMap(({ memberId }) => CHECK_SOURCE.codes.map((source) => answer(memberId, source)))

describe('the sheet of a means check', () => {
  it('asks each member at each source', () => {
    const lines = sheetLines({ people, answers: [] }, '2025-09-30')
    expect(lines).toHaveLength(2 * CHECK_SOURCE.codes.length)
    expect(lines[0]).toEqual({ memberId: FIRST, source: 'HOUSEHOLD_REGISTER', answeredOn: '2025-09-30', finding: null, amountFen: null, details: '' })
  })
  it('asks only for what is still open; no reply is no answer', () => {
    const answers = [...everything.filter(({ source, memberId }) => source !== 'TAX' || memberId !== SECOND), answer(SECOND, 'TAX', 'NO_REPLY')]
    expect(sheetLines({ people, answers }, '2025-09-30')).toEqual([expect.objectContaining({ memberId: SECOND, source: 'TAX', finding: 'NO_REPLY', answeredOn: '2025-09-28' })])
  })
  it('shows all of it again when nothing is open, to be put right', () => {
    expect(sheetLines({ people, answers: everything }, '2025-09-30')).toHaveLength(everything.length)
  })
  it('sends the lines that have a finding', () => {
    const lines = sheetLines({ people, answers: [] }, '2025-09-30').map((line) => (line.source === 'TAX' ? { ...line, finding: 'NOTHING_FOUND' as const } : line))
    const sheet = AnswerSheet.parse({ lines })
    expect(answersIn(sheet).map(({ memberId, source }) => [memberId, source])).toEqual([[FIRST, 'TAX'], [SECOND, 'TAX']])
  })
  it('wants at least one finding, and words for a difference', () => {
    const lines = sheetLines({ people, answers: [] }, '2025-09-30')
    expect(AnswerSheet.safeParse({ lines }).error?.issues[0]?.message).toBe('请至少填写一项核对结果')
    const different = lines.map((line, at) => (at === 3 ? { ...line, finding: 'DIFFERENT' } : line))
    expect(AnswerSheet.safeParse({ lines: different }).error?.issues[0]?.path).toEqual(['lines', 3, 'details'])
  })
})
