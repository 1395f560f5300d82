import { AtVersion, defineLifecycle, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'

/** Key of a wanted column → which column of the file it is, from 0. */
export const ColumnChoice = z.record(z.string().max(40), z.int('请选择一列').min(0, '请选择一列').max(99, '请选择一列'))

const plain = AtVersion
export const rosterInputs = {
  map: AtVersion.extend({ columns: ColumnChoice, saveAs: requiredText('方案名称', 40).optional() }),
  check: plain,
  stopCheck: plain,
  submit: plain,
  giveBack: AtVersion.extend({ reason: reasonText('退回原因', 200) }),
  apply: plain,
  stopApply: plain,
  abandon: plain,
  upload: plain,
  finishCheck: plain,
  finishApply: plain,
}
export type RosterInputs = { [A in keyof typeof rosterInputs]: z.infer<(typeof rosterInputs)[A]> }


/**
 * A list from outside on its way in (名册导入): read and checked for the clerk, taken over by the head of the section. Both are long jobs;
 * a household that was taken over stays, whatever becomes of the rest.
 */
export const rosterLifecycle = defineLifecycle({
  name: 'rosterImport',
  title: '名册导入',
  initial: 'UPLOADED',
  states: {
    UPLOADED: { label: '已上传，待核验', step: 1, heldBy: ['BU_CLERK'] },
    CHECKING: { label: '核验中', step: 2 },
    CHECKED: { label: '已核验，待报确认', step: 3, heldBy: ['BU_CLERK'] },
    SUBMITTED: { label: '待确认入库', step: 4, heldBy: ['BU_HEAD'] },
    APPLYING: { label: '入库中', step: 5 },
    APPLIED: { label: '已入库', step: 6, final: true },
    ABANDONED: { label: '已作废', final: true },
  },
  actions: {
    upload: { label: '上传名册', from: [], to: 'UPLOADED', by: ['BU_CLERK'], input: plain },
    submit: { label: '报科长确认', from: ['CHECKED'], to: 'SUBMITTED', by: ['BU_CLERK'], input: plain },
    map: { label: '保存列对应', from: ['UPLOADED', 'CHECKED'], to: 'UPLOADED', by: ['BU_CLERK'], input: rosterInputs.map },
    check: { label: '开始核验', from: ['UPLOADED', 'CHECKED'], to: 'CHECKING', by: ['BU_CLERK'], input: plain },
    finishCheck: { label: '核验完成', from: ['CHECKING'], to: 'CHECKED', by: ['SERVICE'], input: plain },
    stopCheck: { label: '中止核验', from: ['CHECKING'], to: 'UPLOADED', by: ['BU_CLERK', 'SERVICE'], input: plain },
    giveBack: { label: '退回', from: ['SUBMITTED'], to: 'CHECKED', by: ['BU_HEAD'], input: rosterInputs.giveBack },
    apply: { label: '确认入库', from: ['SUBMITTED'], to: 'APPLYING', by: ['BU_HEAD'], notBy: ['upload', 'map', 'check', 'submit'], input: plain },
    finishApply: { label: '入库完成', from: ['APPLYING'], to: 'APPLIED', by: ['SERVICE'], input: plain },
    stopApply: { label: '中止入库', from: ['APPLYING'], to: 'SUBMITTED', by: ['BU_HEAD', 'SERVICE'], input: plain },
    abandon: { label: '作废', from: ['UPLOADED', 'CHECKED'], to: 'ABANDONED', by: ['BU_CLERK'], input: plain },
  },
})
export type RosterState = keyof typeof rosterLifecycle.states
export type RosterAction = keyof typeof rosterLifecycle.actions
export const ROSTER_STATES = Object.keys(rosterLifecycle.states) as [RosterState, ...RosterState[]]
