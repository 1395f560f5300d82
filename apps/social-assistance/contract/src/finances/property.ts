import { Fen, Uuid, codeSet, optionalText, requiredText, yesOrNo, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { Evidence } from './income'

export const FINANCIAL_ASSET = codeSet('金融资产类别', '民发〔2021〕57号第十四条', [
  ['CASH', '现金'],
  ['DEPOSIT', '银行存款'],
  ['SECURITIES', '证券'],
  ['FUND', '基金'],
  ['INSURANCE', '商业保险'],
  ['CLAIM', '债权'],
  ['INTERNET_FINANCE', '互联网金融资产'],
])

export const VEHICLE_KIND = codeSet('车辆类别', '本平台约定', [
  ['PASSENGER_CAR', '机动车辆（普通）'],
  ['DISABILITY_VEHICLE', '残疾人功能性补偿代步机动车'],
  ['WORKING_VEHICLE', '生产经营用机动车'],
  ['TWO_WHEELER', '普通两轮、三轮摩托车或电动车'],
])
export type VehicleKind = CodeOf<typeof VEHICLE_KIND>

const common = {
  memberId: Uuid,
  evidence: Evidence,
  /** Property that keeps life or work going may be exempt (57号 §14); why stands in the description. */
  necessity: z.boolean().default(false),
  description: optionalText('说明', 200),
}

const explained = (item: { necessity: boolean; description: string }) => !item.necessity || item.description.length > 0

export const PropertyItem = z
  .discriminatedUnion(
    'kind',
    [
      z.object({ ...common, kind: z.literal('FINANCIAL'), asset: FINANCIAL_ASSET.schema, valueFen: Fen }),
      z.object({
        ...common,
        kind: z.literal('HOME'),
        /** Floor area in square metres; two small homes are treated as one. */
        squareMetres: z.number({ message: '请填写房屋面积（平方米）' }).positive('房屋面积应大于 0').max(5000, '房屋面积请核对'),
        location: requiredText('房屋坐落', 200),
      }),
      z.object({
        ...common,
        kind: z.literal('VEHICLE'),
        vehicle: VEHICLE_KIND.schema,
        /** Year of first registration; decides whether a working vehicle is old. */
        registeredYear: z.int({ message: '请填写车辆初次登记年份' }).min(1980, '登记年份请核对').max(2100, '登记年份请核对'),
      }),
      z.object({
        ...common,
        kind: z.literal('COMPANY'),
        name: requiredText('企业名称', 100),
        active: yesOrNo('是否正常经营'),
        investedFen: Fen,
      }),
      z.object({ ...common, kind: z.literal('OVERSEAS_STUDY'), selfPaid: yesOrNo('是否自费') }),
    ],
    { message: '请选择财产类别' },
  )
  .refine(explained, { path: ['description'], message: '作为生活、生产必需财产豁免的，请写明理由' })
export type PropertyItem = z.infer<typeof PropertyItem>
export type PropertyKind = PropertyItem['kind']

export const PROPERTY_KIND_LABELS: Record<PropertyKind, string> = {
  FINANCIAL: '金融资产',
  HOME: '住房',
  VEHICLE: '车辆',
  COMPANY: '企业（不含个体工商户）',
  OVERSEAS_STUDY: '出国（境）留学',
}
