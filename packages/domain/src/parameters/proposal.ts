import { z } from 'zod'
import { defineLifecycle } from '../cases/lifecycle'
import { reasonText } from '../contract/fields'
import { AtVersion, IsoDate, Uuid } from '../contract/shapes'
import { ParameterUnit, ParameterVersion, SourceMark } from './parameter'

/** A new version of a parameter, from a date on. Past dates are refused by the service: decided months stay as they are. */
export const ProposeParameter = z.object({
  key: z.string().min(1, '请选择参数').max(100),
  value: z.union([z.number(), z.string().max(200), z.boolean()], { message: '请填写新值' }),
  effectiveFrom: IsoDate,
  source: reasonText('依据（文件名称、文号）', 300),
  /** What the grounds are: nothing is taken for law unless the proposer says so. */
  sourceMark: SourceMark.default('assumption'),
  note: z.string().trim().max(500, '说明不能超过 500 个字').default(''),
})
export type ProposeParameter = z.infer<typeof ProposeParameter>

const ApproveParameter = AtVersion.extend({ opinion: reasonText('审批意见') })
const RejectParameter = AtVersion.extend({ reason: reasonText('退回理由') })

/** Proposed by the bureau's clerk, approved by the director or the deputy in charge; never by the one who proposed it. */
export const parameterLifecycle = defineLifecycle({
  name: 'parameter-version',
  title: '标准与参数调整',
  initial: 'PROPOSED',
  states: {
    PROPOSED: { label: '待审批', step: 1, heldBy: ['DIRECTOR', 'BU_APPROVER'] },
    APPROVED: { label: '已生效', step: 2, final: true },
    REJECTED: { label: '已退回', final: true },
  },
  actions: {
    approve: { label: '批准', from: ['PROPOSED'], to: 'APPROVED', by: ['DIRECTOR', 'BU_APPROVER'], notBy: ['propose'], input: ApproveParameter },
    reject: { label: '退回', from: ['PROPOSED'], to: 'REJECTED', by: ['DIRECTOR', 'BU_APPROVER'], notBy: ['propose'], input: RejectParameter, adverse: true },
    propose: { label: '提出调整', from: [], to: 'PROPOSED', by: ['BU_CLERK'], input: ProposeParameter },
  },
})
export const parameterInputs = { approve: ApproveParameter, reject: RejectParameter } as const
export type ParameterState = keyof typeof parameterLifecycle.states
const STATES = Object.keys(parameterLifecycle.states) as ParameterState[]

export const ParameterProposal = z.object({
  id: Uuid,
  version: z.int(),
  key: z.string(),
  title: z.string(),
  unit: ParameterUnit,
  value: ParameterVersion.shape.value,
  effectiveFrom: IsoDate,
  source: z.string(),
  sourceMark: SourceMark,
  note: z.string(),
  state: z.enum(STATES),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  decidedBy: z.string().nullable(),
  decidedOn: IsoDate.nullable(),
  opinion: z.string(),
  actions: z.array(z.string()),
})
export type ParameterProposal = z.infer<typeof ParameterProposal>

/** A parameter with the version in force today and all its versions, newest first. */
export const ParameterView = z.object({
  key: z.string(),
  title: z.string(),
  unit: ParameterUnit,
  group: z.string(),
  current: ParameterVersion.nullable(),
  versions: z.array(ParameterVersion),
})
export type ParameterView = z.infer<typeof ParameterView>

export const ParameterList = z.object({ on: IsoDate, parameters: z.array(ParameterView), proposals: z.array(ParameterProposal) })
export const ParameterQuery = z.object({ on: IsoDate.optional() })

export const SOURCE_MARK_LABELS = { seed: '规划载明', law: '法规规定', assumption: '暂定（待科室确认）' } as const
