import { defineLifecycle } from '@xishan/domain'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { progressSteps } from './case-progress'
import { actionButtons } from './offered-action'

const input = z.object({})
const lifecycle = defineLifecycle({
  name: 'tea',
  title: '泡茶',
  initial: 'ORDERED',
  states: {
    ORDERED: { label: '待泡', step: 1 },
    WAITING: { label: '待补水' },
    BREWING: { label: '泡茶中', step: 2 },
    POT_READY: { label: '壶已满', step: 3 },
    CUP_READY: { label: '杯已满', step: 3 },
    SERVED: { label: '已上茶', step: 4, final: true },
    SPILLED: { label: '已倒掉', final: true },
  },
  actions: {
    spill: { label: '倒掉', from: ['BREWING'], to: 'SPILLED', by: ['ST_CLERK'], input, adverse: true },
    topUp: { label: '补水', from: ['WAITING', 'CUP_READY'], to: 'BREWING', by: ['ST_CLERK'], input },
    brew: { label: '泡茶', from: ['ORDERED'], to: 'BREWING', by: ['ST_CLERK'], input },
    serve: { label: '上茶', from: ['POT_READY'], to: 'SERVED', by: ['ST_CLERK'], input },
  },
})
const picture = (state: string, visited: string[] = []) => progressSteps(lifecycle, state, visited).map(({ label, standing }) => `${label} ${standing}`)

describe('the progress of a case', () => {
  it('is done up to where the case stands', () => expect(picture('BREWING', ['ORDERED'])).toEqual(['待泡 done', '泡茶中 current', '杯已满 ahead', '已上茶 ahead']))
  it('names a shared step after the state the case is or was in', () => {
    expect(picture('POT_READY')[2]).toBe('壶已满 current')
    expect(picture('SERVED', ['POT_READY'])[2]).toBe('壶已满 done')
  })
  it('stays, on a side path, at the last step it reached', () => expect(picture('WAITING', ['ORDERED', 'BREWING'])).toEqual(['待泡 done', '泡茶中 current', '杯已满 ahead', '已上茶 ahead']))
  it('is all done at the end', () => expect(picture('SERVED')).toEqual(['待泡 done', '泡茶中 done', '杯已满 done', '已上茶 done']))
  it('stops where the case ended off the path', () => expect(picture('SPILLED', ['ORDERED', 'BREWING'])).toEqual(['待泡 done', '泡茶中 done', '杯已满 ahead', '已上茶 ahead']))
})

describe('the actions of a case', () => {
  const by = ['ST_CLERK'] as const
  const brewing = defineLifecycle({
    ...lifecycle,
    actions: {
      cool: { label: '放凉', from: ['BREWING'], to: 'ORDERED', by, input },
      wait: { label: '等水', from: ['BREWING'], to: 'WAITING', by, input },
      spill: { label: '倒掉', from: ['BREWING'], to: 'SPILLED', by, input, adverse: true },
      fill: { label: '倒满', from: ['BREWING'], to: 'POT_READY', by, input },
    },
  })
  const buttons = (...offered: Parameters<typeof actionButtons>[1]) => actionButtons(brewing, offered).map(({ label, isMain, isAdverse }) => `${label}${isMain ? ' main' : ''}${isAdverse ? ' adverse' : ''}`)

  it('begin with the way on, then in the lifecycle’s order, adverse ones last', () => expect(buttons('spill', 'fill', 'wait', 'cool')).toEqual(['倒满 main', '放凉', '等水', '倒掉 adverse']))
  it('have a way back as the main one where there is no other', () => expect(buttons('spill', 'cool')).toEqual(['放凉 main', '倒掉 adverse']))
  it('have no main one while the way on is blocked', () => expect(buttons({ action: 'fill', blockedBy: '缺少茶杯' }, 'cool')).toEqual(['倒满', '放凉']))
  it('leave out what the lifecycle does not know', () => expect(actionButtons(lifecycle, ['dance', 'brew']).map(({ action }) => action)).toEqual(['brew']))
})
