import { Fen, IsoDate, PageQuery, StepView, Uuid, codeSet, optionalText, pageOf, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { PRICE_SHEET_STATES } from './lifecycle'

/** Basic services at the government's price, the others at the market's. */
export const SERVICE_CLASS = codeSet('服务类别', '发改价格〔2012〕673号', [
  ['BASIC', '基本服务'],
  ['SELECTED', '选择性服务'],
])
export type ServiceClass = CodeOf<typeof SERVICE_CLASS>

/** What 惠民殡葬 may take over (specification E2); who and how much is said by parameters. */
export const FREE_ITEM = codeSet('惠民免费项目', '发改价格〔2012〕673号所列基本服务；免费范围暂定', [
  ['COLLECTION', '遗体接运'],
  ['STORAGE', '遗体存放'],
  ['CREMATION', '遗体火化'],
  ['KEEPING', '骨灰寄存'],
])
export type FreeItem = CodeOf<typeof FREE_ITEM>

/** The unit in which a free item is counted, so that its limit can be. */
export const FREE_UNIT: Readonly<Record<FreeItem, string>> = { COLLECTION: '次', STORAGE: '天', CREMATION: '具', KEEPING: '月' }

/** Most items of one sheet, and of one facility. */
export const MOST_PRICES = 200

const PriceLineFacts = z.object({
  code: requiredText('项目编码', 20).regex(/^[A-Za-z0-9-]+$/, '项目编码只用字母、数字和“-”'),
  name: requiredText('项目名称', 60),
  unit: requiredText('计价单位', 10),
  serviceClass: SERVICE_CLASS.schema,
  freeItem: FREE_ITEM.schema.nullable().default(null),
  /** Null where the line ends the item: from the day on it is no longer charged. */
  priceFen: Fen.nullable(),
})

export const PriceLineInput = PriceLineFacts.extend({ isEnd: z.boolean({ message: '请选择是否停止收取' }).default(false) })
  .refine(({ isEnd, priceFen }) => isEnd === (priceFen === null), { path: ['priceFen'], message: '请填写单价；不再收取的请勾选“停止收取”，不填单价' })
  .refine(({ freeItem, serviceClass }) => freeItem === null || serviceClass === 'BASIC', { path: ['freeItem'], message: '只有基本服务可以列为惠民免费项目' })
  .refine(({ freeItem, unit }) => freeItem === null || unit === FREE_UNIT[freeItem], { path: ['unit'], message: '惠民免费项目的计价单位：接运按次、存放按天、火化按具、寄存按月' })
export type PriceLineInput = z.infer<typeof PriceLineInput>

export const ProposePrices = z
  .object({
    facilityId: z.uuid({ message: '请选择服务机构' }),
    effectiveFrom: IsoDate,
    document: reasonText('定价依据（文件名称、文号）', 200),
    reason: optionalText('说明', 500),
    lines: z.array(PriceLineInput, { message: '请填写收费项目' }).min(1, '请至少填写一个收费项目').max(MOST_PRICES, `一次最多 ${MOST_PRICES} 个项目，请分次提出`),
  })
  .refine(({ lines }) => new Set(lines.map(({ code }) => code)).size === lines.length, { path: ['lines'], message: '同一项目编码填写了两次，请合并' })
export type ProposePrices = z.infer<typeof ProposePrices>

/** One item at its price, as it stands in a facility's catalogue on a day. */
export const CataloguePrice = z.object({
  id: Uuid,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  serviceClass: SERVICE_CLASS.schema,
  freeItem: FREE_ITEM.schema.nullable(),
  priceFen: z.int(),
  effectiveFrom: IsoDate,
  publishedOn: IsoDate,
  document: z.string(),
})
export type CataloguePrice = z.infer<typeof CataloguePrice>
export const PriceQuery = z.object({ on: IsoDate.optional() })
export const PriceCatalogue = z.object({ on: IsoDate, prices: z.array(CataloguePrice) })
export type PriceCatalogue = z.infer<typeof PriceCatalogue>

/** What the family may read of every facility. */
export const PublicPrices = z.object({
  on: IsoDate,
  facilities: z.array(z.object({ name: z.string(), telephone: z.string(), prices: z.array(CataloguePrice.omit({ id: true, freeItem: true })) })),
})
export type PublicPrices = z.infer<typeof PublicPrices>

export const PriceSheetRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.enum(PRICE_SHEET_STATES),
  facilityName: z.string(),
  effectiveFrom: IsoDate,
  items: z.int(),
  document: z.string(),
  proposedBy: z.string(),
  proposedOn: IsoDate,
  publishedOn: IsoDate.nullable(),
})
export type PriceSheetRow = z.infer<typeof PriceSheetRow>
export const PriceSheetQuery = PageQuery.extend({ facilityId: Uuid.optional(), state: z.enum(PRICE_SHEET_STATES).optional() })
export type PriceSheetQuery = z.infer<typeof PriceSheetQuery>
export const PriceSheetPage = pageOf(PriceSheetRow)

export const PriceSheetDetail = PriceSheetRow.extend({
  facilityId: Uuid,
  reason: z.string(),
  place: z.string(),
  lines: z.array(PriceLineFacts.extend({ id: Uuid, /** In force before; null for an item that is new. */ previousFen: z.int().nullable() })),
  steps: z.array(StepView),
  actions: z.array(z.string()),
})
export type PriceSheetDetail = z.infer<typeof PriceSheetDetail>
