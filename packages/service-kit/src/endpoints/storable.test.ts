import { describe, expect, it } from 'vitest'
import { unstorable } from './storable'

describe('what a person typed', () => {
  it.each(['张三', '第一行\n第二行\t完', '𠮷䶮', '👨‍👩‍👧', 'naïve', `'; drop table application; --`, '<script>alert(1)</script>'])('%j may be stored', (text) => {
    expect([...unstorable({ text: [text] })]).toEqual([])
  })

  it.each(['a\u0000b', '\u001b[31m', '张\u202e三', '\u2066x', '\ud842', 'x\udfb7', '\u0085'])('%j may not, and its place is told', (text) => {
    expect([...unstorable({ list: ['good', { text }] })]).toEqual([{ path: ['list', '1', 'text'], fault: 'character' }])
    expect([...unstorable({ [text]: 'good' })]).toHaveLength(1)
  })

  it('stops long before the stack does', () => {
    let deep: unknown = '\u0000'
    for (let level = 0; level < 200_000; level++) deep = [deep]
    expect([...unstorable(deep)]).toMatchObject([{ fault: 'depth' }])
  })
})
