import { AtVersion, defineLifecycle, reasonText } from '@xishan/domain'
import { z } from 'zod'

/** Key of a wanted column → which column of the file it is, from 0. */
export const ColumnChoice = z.record(z.string().max(40), z.int('请选择一列').min(0, '请选择一列').max(99, '请选择一列'))

export const deathListInputs = {
  upload: z.object({}),
  finishCheck: z.object({}),
  finish: z.object({}),
  finishWithRest: z.object({}),
  check: AtVersion.extend({ columns: ColumnChoice }),
  apply: AtVersion,
  close: AtVersion.extend({ reason: reasonText('核实情况') }),
  discard: AtVersion.extend({ reason: reasonText('作废理由') }),
} as const
export type DeathListInputs = { [A in keyof typeof deathListInputs]: z.output<(typeof deathListInputs)[A]> }

/** A list of deaths on its way in (死亡名单): compared for the clerk, taken over by the head. Rows that cannot be compared are one task of the list. */
export const deathListLifecycle = defineLifecycle({
  name: 'death-list',
  title: '死亡名单',
  initial: 'UPLOADED',
  states: {
    UPLOADED: { label: '待比对', step: 1, heldBy: ['BU_CLERK'] },
    CHECKING: { label: '比对中', step: 2 },
    CHECKED: { label: '待确认登记', step: 3, heldBy: ['BU_HEAD'] },
    APPLYING: { label: '登记中', step: 4 },
    FOLLOW_UP: { label: '人员待核实', step: 5, heldBy: ['BU_CLERK'] },
    DONE: { label: '已办结', step: 6, final: true },
    DISCARDED: { label: '已作废', final: true },
  },
  actions: {
    upload: { label: '上传名单', from: [], to: 'UPLOADED', by: ['BU_CLERK'], input: deathListInputs.upload },
    check: { label: '开始比对', from: ['UPLOADED', 'CHECKING', 'CHECKED'], to: 'CHECKING', by: ['BU_CLERK'], input: deathListInputs.check },
    finishCheck: { label: '比对完成', from: ['CHECKING'], to: 'CHECKED', by: ['BU_CLERK'], input: deathListInputs.finishCheck },
    apply: { label: '确认登记', from: ['CHECKED', 'APPLYING'], to: 'APPLYING', by: ['BU_HEAD'], notBy: ['upload', 'check'], input: deathListInputs.apply },
    finish: { label: '登记完成', from: ['APPLYING'], to: 'DONE', by: ['BU_HEAD'], input: deathListInputs.finish },
    finishWithRest: { label: '登记完成，有人员待核实', from: ['APPLYING'], to: 'FOLLOW_UP', by: ['BU_HEAD'], input: deathListInputs.finishWithRest },
    close: { label: '核实完毕', from: ['FOLLOW_UP'], to: 'DONE', by: ['BU_CLERK'], input: deathListInputs.close },
    discard: { label: '作废', from: ['UPLOADED', 'CHECKING', 'CHECKED'], to: 'DISCARDED', by: ['BU_CLERK'], input: deathListInputs.discard },
  },
})
export type DeathListState = keyof typeof deathListLifecycle.states
export const DEATH_LIST_STATES = Object.keys(deathListLifecycle.states) as DeathListState[]
