import { AtVersion, DELIVERY_WAY, IsoDate, defineLifecycle, reasonText, requiredText } from '@xishan/domain'
import { z } from 'zod'
import { GRAVE_PHOTO } from './kinds'

const remedied = (title: string) => AtVersion.extend({ doneOn: IsoDate, result: reasonText(title) })
const HANDLERS = ['ST_CLERK', 'BU_CLERK'] as const
const CHECKERS = ['ST_REVIEWER', 'BU_HEAD'] as const
const REMEDIES = ['rectify', 'migrate', 'plant', 'enforce'] as const
const REMEDIED = ['RECTIFIED', 'MIGRATED', 'PLANTED', 'ENFORCED'] as const
const remedy = { by: HANDLERS, from: ['NOTICE'], needs: ['AFTER'] } as const
const check = { by: CHECKERS, from: REMEDIED, notBy: ['verify', 'issue', ...REMEDIES] } as const

export const graveInputs = {
  report: z.object({}),
  verify: AtVersion.extend({ visitedOn: IsoDate, findings: reasonText('核实情况') }),
  dismiss: AtVersion.extend({ reason: reasonText('不属实的理由') }),
  issue: AtVersion.extend({ requirement: reasonText('责令整改内容') }),
  serve: AtVersion.extend({ servedOn: IsoDate, way: DELIVERY_WAY.schema, receivedBy: requiredText('签收人', 50) }),
  extend: AtVersion.extend({ until: IsoDate, reason: reasonText('延期理由') }),
  rectify: remedied('整改情况'),
  migrate: remedied('迁移去向和情况'),
  plant: remedied('树绿遮挡情况'),
  enforce: remedied('移交单位和文书'),
  close: AtVersion.extend({ opinion: reasonText('复核意见') }),
  return: AtVersion.extend({ reason: reasonText('退回理由') }),
  reopen: AtVersion.extend({ reason: reasonText('重新办理的理由') }),
} as const
export type GraveInputs = { [K in keyof typeof graveInputs]: z.infer<(typeof graveInputs)[K]> }

/** A grave that may not be: seen again before a notice, put right in one of four ways, and looked at by another person. */
export const graveLifecycle = defineLifecycle({
  name: 'illegal-grave',
  title: '违法墓治理',
  initial: 'FOUND',
  materials: Object.fromEntries(GRAVE_PHOTO.entries),
  states: {
    FOUND: { label: '待核实', step: 1, heldBy: HANDLERS },
    VERIFIED: { label: '已核实，待通知', step: 2, heldBy: HANDLERS },
    NOTICE: { label: '限期整改', step: 3, heldBy: HANDLERS },
    MIGRATED: { label: '已迁移，待复核', step: 4, heldBy: CHECKERS },
    PLANTED: { label: '已树绿遮挡，待复核', step: 4, heldBy: CHECKERS },
    ENFORCED: { label: '已移交处置，待复核', step: 4, heldBy: CHECKERS },
    RECTIFIED: { label: '已整改，待复核', step: 4, heldBy: CHECKERS },
    CLOSED: { label: '已办结', step: 5, final: true },
    UNFOUNDED: { label: '不属实', final: true },
  },
  actions: {
    report: { label: '登记违法墓', from: [], to: 'FOUND', by: ['COMMUNITY', ...HANDLERS], input: graveInputs.report },
    verify: { label: '登记核实情况', from: ['FOUND'], to: 'VERIFIED', by: HANDLERS, needs: ['VISIT'], input: graveInputs.verify },
    dismiss: { label: '认定不属实', from: ['FOUND'], to: 'UNFOUNDED', by: CHECKERS, notBy: ['report'], input: graveInputs.dismiss, adverse: true },
    issue: { label: '制发整改通知', from: ['VERIFIED'], to: 'NOTICE', by: HANDLERS, input: graveInputs.issue },
    serve: { label: '登记送达', from: ['NOTICE'], to: 'NOTICE', by: HANDLERS, input: graveInputs.serve },
    extend: { label: '同意延期', from: ['NOTICE'], to: 'NOTICE', by: CHECKERS, notBy: ['issue'], input: graveInputs.extend },
    rectify: { label: '登记已整改', ...remedy, to: 'RECTIFIED', input: graveInputs.rectify },
    migrate: { label: '登记已迁移', ...remedy, to: 'MIGRATED', input: graveInputs.migrate },
    plant: { label: '登记树绿遮挡', ...remedy, to: 'PLANTED', input: graveInputs.plant },
    enforce: { label: '移交处置', ...remedy, to: 'ENFORCED', input: graveInputs.enforce, adverse: true },
    close: { label: '复核通过', ...check, to: 'CLOSED', input: graveInputs.close },
    return: { label: '退回整改', ...check, to: 'NOTICE', input: graveInputs.return, adverse: true },
    reopen: { label: '重新办理', from: ['CLOSED', 'UNFOUNDED'], to: 'FOUND', by: CHECKERS, input: graveInputs.reopen, adverse: true },
  },
})
export type GraveState = keyof typeof graveLifecycle.states
export type GraveAction = keyof typeof graveLifecycle.actions
export type GraveRemedy = (typeof REMEDIES)[number]
export const GRAVE_STATES = Object.keys(graveLifecycle.states) as GraveState[]
export const GRAVE_REMEDIES: readonly GraveRemedy[] = REMEDIES
