import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { asClerk } from '../testing/at-the-desk'
import { useDuplicateCheck } from './use-duplicate-check'

const RIGHT = { type: '1', number: '530112194103150021' }
const document = ref<unknown>({ type: '1', number: '' })
const asked: unknown[] = []
const answer = (_url: string, { body }: RequestInit = {}) => {
  asked.push(JSON.parse(String(body)))
  return Promise.resolve(new Response(JSON.stringify({ inPay: true, inOpenCase: false })))
}
const type = async (value: unknown) => {
  document.value = value
  await nextTick()
  await vi.advanceTimersByTimeAsync(1000)
}

beforeEach(() => {
  asked.length = 0
  document.value = { type: '1', number: '' }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('fetch', vi.fn(answer))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks once a number is right, and about this application only as itself', async () => {
  const { result } = asClerk(() => useDuplicateCheck(() => document.value, '01a209d0-4fcb-7d9c-bb70-7a896d00221c'))
  await type({ type: '1', number: '53011219410315002' })
  expect(asked).toEqual([])
  await type(RIGHT)
  expect(asked).toEqual([{ document: RIGHT, applicationId: '01a209d0-4fcb-7d9c-bb70-7a896d00221c' }])
  await vi.waitFor(() => expect(result.answer.value).toEqual({ inPay: true, inOpenCase: false }))
})

it('does not ask again about a number it has asked, and takes the warning away with it', async () => {
  const { result } = asClerk(() => useDuplicateCheck(() => document.value, undefined))
  await type(RIGHT)
  await vi.waitFor(() => expect(result.answer.value?.inPay).toBe(true))
  await type({ type: '1', number: '' })
  expect(result.answer.value).toBeUndefined()
  await type({ ...RIGHT })
  expect(result.answer.value?.inPay).toBe(true)
  expect(asked).toHaveLength(1)
})

it('asks nothing for a role that may not', async () => {
  asClerk(() => useDuplicateCheck(() => document.value, undefined), ['DISCIPLINE'])
  await type(RIGHT)
  expect(asked).toEqual([])
})
