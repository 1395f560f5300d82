import { AtVersion, IsoDate, Uuid, codeSet, defineLifecycle, optionalText, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { FACILITY_KIND } from './facility'

/** What a yearly inspection looks at, and what it stands on. */
export const INSPECTION_POINTS = [
  { key: 'APPROVAL', title: '批准文件齐全，用地未超批准范围', source: '《殡葬管理条例》（2012 年修订）第八条、第九条' },
  { key: 'PLOT_SIZE', title: '墓位面积和使用年限符合规定', source: '《殡葬管理条例》（2012 年修订）第十一条' },
  { key: 'SALE', title: '凭证明出售，无预售、传销、炒买炒卖', source: '暂定（待科室确认）' },
  { key: 'PRICE', title: '收费公示，无公示外收费', source: '暂定（待科室确认）' },
  { key: 'RECORDS', title: '安葬登记和墓位档案完整', source: '暂定（待科室确认）' },
  { key: 'FIRE', title: '消防和森林防火措施落实', source: '暂定（待科室确认）' },
  { key: 'ECO', title: '设有节地生态安葬区', source: '规划三（三）3' },
] as const

export const INSPECTION_RESULT = codeSet('检查结果', '本平台约定', [
  ['OK', '符合'],
  ['NOT_APPLICABLE', '不适用'],
  ['DEFECT', '不符合'],
])
export type InspectionResult = CodeOf<typeof INSPECTION_RESULT>

const KEYS = INSPECTION_POINTS.map(({ key }) => key)
const Results = z.partialRecord(z.enum(KEYS), INSPECTION_RESULT.schema, { message: '请逐项选择检查结果' })

export const RecordInspection = z
  .object({ inspectedOn: IsoDate, inspectors: requiredText('检查人员', 100), results: Results, findings: optionalText('问题和整改要求', 500) })
  .refine(({ results }) => KEYS.every((key) => results[key] !== undefined), { path: ['results'], message: '检查表每一项都应选择“符合”“不适用”或“不符合”' })
  .refine(({ results, findings }) => !Object.values(results).includes('DEFECT') || findings.length >= 4, { path: ['findings'], message: '有不符合项的，请写明问题和整改要求' })
export type RecordInspection = z.infer<typeof RecordInspection>

export const inspectionInputs = {
  record: z.object({}),
  rectify: AtVersion.extend({ rectifiedOn: IsoDate, rectification: reasonText('整改情况') }),
  close: AtVersion.extend({ opinion: reasonText('复核意见') }),
  return: AtVersion.extend({ reason: reasonText('退回理由') }),
} as const

/** 年检: without a finding it is closed at once; a finding runs against its clock, and another person closes it. */
export const inspectionLifecycle = defineLifecycle({
  name: 'inspection',
  title: '公墓年度检查',
  initial: 'RECTIFYING',
  states: {
    RECTIFYING: { label: '整改中', step: 1, heldBy: ['BU_CLERK'] },
    RECTIFIED: { label: '已整改，待复核', step: 2, heldBy: ['BU_HEAD'] },
    CLOSED: { label: '已办结', step: 3, final: true },
  },
  actions: {
    record: { label: '登记检查', from: [], to: 'RECTIFYING', by: ['BU_CLERK'], input: inspectionInputs.record },
    rectify: { label: '登记整改情况', from: ['RECTIFYING'], to: 'RECTIFIED', by: ['BU_CLERK'], input: inspectionInputs.rectify },
    close: { label: '复核通过', from: ['RECTIFIED'], to: 'CLOSED', by: ['BU_HEAD'], notBy: ['record', 'rectify'], input: inspectionInputs.close },
    return: { label: '退回整改', from: ['RECTIFIED'], to: 'RECTIFYING', by: ['BU_HEAD'], notBy: ['record', 'rectify'], input: inspectionInputs.return, adverse: true },
  },
})
export type InspectionState = keyof typeof inspectionLifecycle.states

export const InspectionView = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  inspectedOn: IsoDate,
  inspectors: z.string(),
  results: Results,
  findings: z.string(),
  dueOn: IsoDate.nullable(),
  rectifiedOn: IsoDate.nullable(),
  rectification: z.string(),
  recordedBy: z.string(),
  actions: z.array(z.string()),
})
export type InspectionView = z.infer<typeof InspectionView>
export const Inspections = z.object({ inspections: z.array(InspectionView) })

/** Facilities of a year that nobody has inspected yet. */
export const UninspectedQuery = z.object({ year: z.coerce.number({ message: '年度应为数字' }).int('年度应为整数').min(2000, '年度超出范围').max(2100, '年度超出范围').optional() })
export const Uninspected = z.object({ year: z.int(), inspected: z.int(), facilities: z.array(z.object({ id: Uuid, name: z.string(), kind: FACILITY_KIND.schema, lastInspectedOn: IsoDate.nullable() })) })
export type Uninspected = z.infer<typeof Uninspected>
