import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { aFacility } from './facilities'
import { staff } from './office'

/** Items of a hall: the four that may be free, and one of choice. */
export const PRICES = [
  { code: 'J01', name: '遗体接运', unit: '次', serviceClass: 'BASIC', freeItem: 'COLLECTION', priceFen: 28_000 },
  { code: 'J02', name: '遗体冷藏存放', unit: '天', serviceClass: 'BASIC', freeItem: 'STORAGE', priceFen: 9_000 },
  { code: 'J03', name: '遗体火化', unit: '具', serviceClass: 'BASIC', freeItem: 'CREMATION', priceFen: 48_000 },
  { code: 'J04', name: '骨灰寄存', unit: '月', serviceClass: 'BASIC', freeItem: 'KEEPING', priceFen: 1_000 },
  { code: 'X01', name: '中号告别厅', unit: '场', serviceClass: 'SELECTED', freeItem: null, priceFen: 80_050 },
]

export const aPriceSheet = (facilityId: string, changed: object = {}) => ({ facilityId, effectiveFrom: '2024-01-01', document: '西发改价〔2023〕18号', reason: '', lines: PRICES, ...changed })

const ok = async <T>({ status, body }: { status: number; body: T }): Promise<T> => {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** Prices proposed, approved and published. */
export async function published(office: TestService, facilityId: string, changed: object = {}, publishedOn = '2023-12-20'): Promise<string> {
  const { id } = await ok(await office.call(staff.bureauClerk, routes.proposePrices, { body: aPriceSheet(facilityId, changed) }))
  const params = { id }
  await ok(await office.call(staff.head, routes.approvePriceSheet, { params, body: { version: 1, opinion: '同意按文件执行' } }))
  await ok(await office.call(staff.hallClerk, routes.publishPriceSheet, { params, body: { version: 2, publishedOn, place: '业务大厅公示栏' } }))
  return id
}

/** A hall with its catalogue in force. */
export async function aHall(office: TestService, changed: object = {}): Promise<string> {
  const { id } = await ok(await office.call(staff.bureauClerk, routes.addFacility, { body: aFacility({ kind: 'HALL', ...changed }) }))
  await published(office, id)
  return id
}

/** A bill of what a hall did for somebody: five days of storage, cremation, a hall for the farewell. */
export const aBill = (deathId: string, facilityId: string, changed: object = {}) => ({
  deathId,
  facilityId,
  payerName: '李建军',
  payerRelation: '儿子',
  freeClass: null,
  evidence: '',
  lines: [
    { code: 'J01', serviceOn: '2025-09-21', quantity: 1 },
    { code: 'J02', serviceOn: '2025-09-21', quantity: 5 },
    { code: 'J03', serviceOn: '2025-09-22', quantity: 1 },
    { code: 'X01', serviceOn: '2025-09-22', quantity: 1 },
  ],
  ...changed,
})

/** The classes and documents by which a bill is reduced. */
export const SUBSISTENCE = { freeClass: 'SUBSISTENCE', evidence: '低保证 5301120001234' }

/** A bill as it was issued. */
export async function issued(office: TestService, deathId: string, facilityId: string, changed: object = {}): Promise<string> {
  const { id } = await ok(await office.call(staff.hallClerk, routes.recordBill, { body: aBill(deathId, facilityId, changed) }))
  await ok(await office.call(staff.hallClerk, routes.issueBill, { params: { id }, body: { version: 1 } }))
  return id
}
