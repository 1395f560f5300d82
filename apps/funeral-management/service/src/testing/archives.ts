import { routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { staff } from './office'

export const aHolding = (officeId: string, changed: object = {}) => ({ officeId, registration: 'MARRIAGE', decade: 1980, files: 1000, targetOn: '2025-12-31', shelf: '二楼档案室 3 列', ...changed })
export const someProgress = (changed: object = {}) => ({ month: '2025-09', digitised: 100, checked: 20, doneBy: '云南档案数字化有限公司', note: '', ...changed })

/** An office with one decade of marriages on paper. */
export async function aHeldDecade(office: TestService, name: string, changed: object = {}): Promise<{ officeId: string; id: string }> {
  const { body: registrar } = await office.call(staff.bureauClerk, routes.addOffice, { body: { name, registrations: ['MARRIAGE'], address: '秀苑路 188 号', telephone: '0871-68212345', registrars: 8 } })
  const { status, body } = await office.call(staff.bureauClerk, routes.addHolding, { body: aHolding(registrar.id, changed) })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { officeId: registrar.id, id: body.id }
}
