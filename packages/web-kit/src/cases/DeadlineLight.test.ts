import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { signedIn } from '../testing/mount-page'
import DeadlineLight from './DeadlineLight.vue'

/** 2025-09-30 is the Tuesday before the holiday of 1–8 October. */
const words = (props: { dueOn: string | null; light?: 'green' | 'yellow' | 'red'; suspended?: boolean }) =>
  mount(DeadlineLight, { props, global: { plugins: [signedIn()] } }).text().replace(/\s+/g, ' ')

describe('a deadline', () => {
  it('says in working days what is left, across a holiday', () => expect(words({ dueOn: '2025-10-10', light: 'green' })).toBe('正常 剩 2 个工作日'))
  it('names its light by a word', () => expect(words({ dueOn: '2025-10-09', light: 'yellow' })).toBe('临期 剩 1 个工作日'))
  it('ends today', () => expect(words({ dueOn: '2025-09-30', light: 'yellow' })).toBe('临期 今天到期'))
  it('counts what it is over', () => expect(words({ dueOn: '2025-09-26', light: 'red' })).toBe('超期 3 个工作日'))
  it('falls back to days where no calendar reaches', () => expect(words({ dueOn: '2099-01-01', light: 'green' })).toContain(' 天'))
  it('says that the clock stands still', () => expect(words({ dueOn: '2025-10-10', suspended: true })).toBe('计时中止'))
  it('is a dash where there is none', () => expect(words({ dueOn: null })).toBe('—'))
})
